// SQL of the public list: what the Supreme Court ordered published (name, designation, telephone of the office), and not one column more.
import { sql } from 'kysely';
import { type Day, addDays, dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { publishedKinds } from './posts.ts';

export type PublicPost = {
  kind: (typeof publishedKinds)[number];
  stateCode: string | null;
  districtCode: string | null;
  office: string;
  telephone: string | null;
  name: string | null;
  designation: string | null;
  heldSince: Day | null;
  /** The first day nobody held it; null where somebody does, or nobody ever did. */
  vacantSince: Day | null;
};

type Row = Omit<PublicPost, 'vacantSince'> & { lastToOn: Day | null };

/** Every nodal post of the nation, of one State, or of one district with those above it: the nation's, the States', then by district. */
export async function publicPosts(context: Context, place: { stateCode?: string; districtCode?: string } = {}): Promise<PublicPost[]> {
  const on = dayOf(context.now);
  const { stateCode = null, districtCode = null } = place;
  const { rows } =
    await sql<Row>`select o.kind, o.state_code, o.district_code, o.name as office, o.telephone, f.name, f.rank as designation, h.from_on as held_since,
      (select max(p.to_on) from post_holding p where p.office_id = o.id and p.standing = 'holder' and p.to_on < ${on}) as last_to_on
    from office o left join lateral (select p.officer_id, p.from_on from post_holding p where p.office_id = o.id and p.standing = 'holder'
        and p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on}) order by p.from_on desc limit 1) h on true
      left join officer f on f.id = h.officer_id left join district d on d.code = o.district_code left join state s on s.code = o.state_code
    where o.kind = any (${[...publishedKinds]}::text[]) and o.opened_on <= ${on} and (o.closed_on is null or o.closed_on > ${on})
      and (${stateCode}::text is null or o.state_code = ${stateCode} or o.state_code is null)
      and (${districtCode}::text is null or o.district_code = ${districtCode} or o.district_code is null)
    order by o.state_code is not null, s.name, o.district_code is not null, d.name, o.code`.execute(context.db);
  return rows.map(({ lastToOn, ...post }) => ({ ...post, vacantSince: post.name === null && lastToOn ? addDays(lastToOn, 1) : null }));
}
