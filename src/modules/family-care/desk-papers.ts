// The desk's pages of families and of papers: registered, studied, written, handed in, printed.
import { z } from 'zod';
import { isUuid } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { audit } from '../../platform/audit.ts';
import { type Params, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { childName, readDescription } from '../children/index.ts';
import { familySchema } from './families/form.ts';
import { families, insertFamily, readFamily } from './families/family-store.ts';
import { familyKinds } from './families/family.ts';
import { FormSheet } from './pages/form-sheet.tsx';
import { FamiliesPage, FamilyPage } from './pages/family-pages.tsx';
import { PaperFormPage, PaperReadPage } from './pages/paper-page.tsx';
import { paperName } from './pages/words.tsx';
import { type OpenedPaper, beginHomeStudy, handIn, mayWritePaper, openPaper, pathOf, savePaper } from './papers/actions.ts';
import { type PaperDraft, paperSchema } from './papers/form.ts';
import { answersAt, papersOf } from './papers/paper-store.ts';

const familiesRoute = page({
  path: '/family-care/families',
  permission: 'familyCare.read',
  audit: 'familyCare.families',
  purpose: 'care',
  async answer(context) {
    const { view } = context;
    await audit(context, 'read');
    const title = view.t('family-care.families.title');
    return show(title, FamiliesPage({ view, title, families: await families(context) }));
  },
});

const newFamilyRoute = form({
  path: '/family-care/families/new',
  permission: 'familyCare.write',
  audit: 'familyCare.newFamily',
  purpose: 'care',
  schema: familySchema,
  async show({ view }, { values, errors }) {
    const title = view.t('family-care.families.new');
    const about = { view, form: { values, errors }, title, back: '/family-care/families', action: '/family-care/families/new' };
    return show(
      title,
      FormSheet({
        ...about,
        why: view.t('family-care.families.newWhy'),
        save: view.t('family-care.save'),
        asks: [
          { name: 'kind', as: 'radios', group: 'familyKind', options: familyKinds },
          { name: 'name', as: 'line' },
          { name: 'address', as: 'text' },
          { name: 'telephone', as: 'line', optional: true },
          { name: 'ownChildren', as: 'number' },
        ],
      }),
    );
  },
  async save(context, { draft }) {
    if (context.actor.kind !== 'officer' || context.actor.districtCode === null) return refuse('web.error.notFound');
    await audit(context, 'write');
    return redirect(`/family-care/families/${await insertFamily(context, context.actor, draft)}`, 'family-care.done.family');
  },
});

const familyRoute = page({
  path: '/family-care/families/:family',
  permission: 'familyCare.read',
  audit: 'familyCare.family',
  purpose: 'care',
  async answer(context, { params }) {
    const id = params['family'] ?? '';
    const family = isUuid(id) ? await readFamily(context, id) : undefined;
    if (!family) return refuse('web.error.notFound');
    await audit(context, 'read');
    const { view } = context;
    return show(
      family.words.name,
      FamilyPage({ view, title: family.words.name, family, papers: await papersOf(context, { familyId: family.id }) }),
    );
  },
});

const homeStudyRoute = form({
  path: '/family-care/families/:family/home-study',
  permission: 'familyCare.write',
  audit: 'familyCare.beginHomeStudy',
  purpose: 'care',
  schema: z.strictObject({}),
  async save(context, { params }) {
    const begun = await beginHomeStudy(context, params['family'] ?? '');
    return isRefusal(begun) ? begun : redirect(`/family-care/families/${params['family']}/papers/${begun}`);
  },
});

/** "Home study: …": the child's name or the family's. On paper the number of the form stands above it already. */
export async function paperTitle(context: RequestContext, { paper, owner }: OpenedPaper, onPaper = false): Promise<string> {
  const { view } = context;
  const name = owner.of === 'family' ? owner.family.words.name : childName(view, await readDescription(context, owner.record.id));
  return view.t('family-care.paperOf', { paper: onPaper ? view.t(`family-care.paper.${paper.kind}`) : paperName(view, paper.kind), name });
}

const pathOfPaper = ({ paper, owner }: OpenedPaper): string => `${pathOf(owner)}/papers/${paper.id}`;
const backOf = ({ owner }: OpenedPaper): string => (owner.of === 'child' ? `${pathOf(owner)}/placings/${owner.placing.id}` : pathOf(owner));

/** Read as it was handed in; written by whoever may while it is not. */
function paperRoutesAt(base: string, audited: string): Route[] {
  return [
    form({
      path: `${base}/papers/:paper`,
      permission: 'familyCare.read',
      audit: `${audited}.paper`,
      purpose: 'care',
      schema: paperSchema,
      async show(context, { params, values, errors }) {
        const opened = await openPaper(context, params);
        if (isRefusal(opened)) return opened;
        const { paper } = opened;
        const { view } = context;
        const answers = await answersAt(context, paper.id, paper.version);
        const about = { view, title: await paperTitle(context, opened), path: pathOfPaper(opened), back: backOf(opened), paper, answers };
        if (paper.submittedAt !== null || !mayWritePaper(context, paper.kind))
          return show(about.title, PaperReadPage({ ...about, form: { values, errors } }));
        const stored = Object.fromEntries([...answers].map(([field, { value }]) => [field, value]));
        return show(about.title, PaperFormPage({ ...about, form: { values: Object.keys(values).length > 0 ? values : stored, errors } }));
      },
      async save(context, { params, draft }) {
        const saved = await savePaper(context as RequestContext, params, draft as PaperDraft);
        return Array.isArray(saved) || isRefusal(saved) ? saved : redirect(pathOfPaper(saved), 'family-care.done.saved');
      },
    }),
    form({
      path: `${base}/papers/:paper/hand-in`,
      permission: 'familyCare.read',
      audit: `${audited}.handIn`,
      purpose: 'care',
      schema: z.strictObject({}),
      save: (context, { params }) => handedIn(context, params),
    }),
  ];
}

async function handedIn(context: RequestContext, params: Params) {
  const saved = await handIn(context, params);
  return isRefusal(saved) ? saved : redirect(pathOfPaper(saved), 'family-care.done.handedIn');
}

export const paperRoutes: readonly Route[] = [
  familiesRoute,
  newFamilyRoute,
  familyRoute,
  homeStudyRoute,
  ...paperRoutesAt('/family-care/families/:family', 'familyCare.family'),
  ...paperRoutesAt('/found/:reference/family-care', 'familyCare.child'),
];
