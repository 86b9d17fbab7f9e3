// The desk door: officers of every office. Wires the modules' desk routes, hands record pages the panels of higher modules, opens the live stream.
import type { Config } from '../platform/config.ts';
import type { Actor } from '../platform/context.ts';
import { createServer } from '../platform/http/server.ts';
import type { Log } from '../platform/log.ts';
import { buildAssets, buildPushWorker } from '../web/assets.ts';
import { mountLive } from '../web/live-stream.ts';
import { livingPageRoutes } from '../web/living-page.tsx';
import { outboxRoutes } from '../web/outbox.tsx';
import type { Route } from '../web/route.ts';
import { type Site, mount, mountFallbacks } from '../web/serve.ts';
import { deskRoutes as alertRoutes } from '../modules/alerts/index.ts';
import { deskRoutes as calendarRoutes } from '../modules/calendars/index.ts';
import { deskRoutes as planRoutes, panels as planPanels } from '../modules/care-plans/index.ts';
import { deskRoutes as checkRoutes } from '../modules/checks/index.ts';
import { deskRoutes as childrenRoutes, panels as photographPanels, type RecordPanel } from '../modules/children/index.ts';
import { deskRoutes as barRoutes, panels as barPanels } from '../modules/contact-bars/index.ts';
import { deskRoutes as cwcRoutes, panels as cwcPanels } from '../modules/cwc/index.ts';
import { deskRoutes as directiveRoutes } from '../modules/directives/index.ts';
import { deskRoutes as driveRoutes, panels as drivePanels, whileRegistering } from '../modules/drives/index.ts';
import { deskRoutes as exchangeRoutes, panels as exchangePanels, toldPanels } from '../modules/fir-exchange/index.ts';
import { deskRoutes as familyCareRoutes, panels as familyCarePanels } from '../modules/family-care/index.ts';
import { deskRoutes as foundRoutes } from '../modules/found-children/index.ts';
import { deskRoutes as homeRoutes, panels as homePanels } from '../modules/institutions/index.ts';
import { deskRoutes as intimationRoutes } from '../modules/intimations/index.ts';
import { deskRoutes as boardRoutes } from '../modules/jjb/index.ts';
import { deskRoutes as matchingRoutes, panels as matchingPanels } from '../modules/matching/index.ts';
import { deskRoutes as missingRoutes } from '../modules/missing-reports/index.ts';
import { deskRoutes as noticeRoutes } from '../modules/notices/index.ts';
import { deskRoutes as nodalRoutes } from '../modules/nodal-officers/index.ts';
import { deskRoutes as obligationRoutes, panels as obligationPanels } from '../modules/obligations/index.ts';
import { deskRoutes as officerRoutes, identify, sessionCookieName } from '../modules/officers/index.ts';
import { deskRoutes as placeRoutes } from '../modules/places/index.ts';
import { deskRoutes as returnRoutes, panels as returnPanels } from '../modules/returns/index.ts';
import { deskRoutes as sightingRoutes } from '../modules/sightings/index.ts';
import { deskRoutes as unsealingRoutes, panels as unsealingPanels } from '../modules/unsealing/index.ts';
import { deskRoutes as timelinessRoutes, panels as timelinessPanels } from '../modules/timeliness/index.ts';
import { mountAssets, mountLanguage, mountPushWorker, noticeKit } from './site.ts';
import { openTools } from './tools.ts';

/** Every route of the door; tests of safety go through this list, so that a new route is covered by itself. */
export function routesOf(config: Config): Route[] {
  const origin = config.publicOrigins.desk ?? `http://localhost:${config.ports.desk}`;
  const panels: RecordPanel[] = [
    ...obligationPanels,
    ...barPanels,
    ...photographPanels,
    ...matchingPanels,
    ...exchangePanels,
    ...homePanels,
    ...cwcPanels,
    ...planPanels,
    ...drivePanels,
    ...unsealingPanels,
    ...familyCarePanels,
    ...toldPanels,
    ...timelinessPanels,
    ...returnPanels,
  ];
  return [
    ...officerRoutes({ origin, oidc: config.oidc }),
    ...nodalRoutes(),
    ...noticeRoutes(noticeKit(config)),
    ...calendarRoutes(),
    ...placeRoutes(),
    ...obligationRoutes(),
    ...childrenRoutes(),
    ...missingRoutes(panels),
    ...alertRoutes(),
    ...intimationRoutes(),
    ...foundRoutes(panels, whileRegistering),
    ...sightingRoutes(panels),
    ...checkRoutes(),
    ...barRoutes(),
    ...matchingRoutes(),
    ...cwcRoutes(),
    ...homeRoutes(),
    ...planRoutes(),
    ...driveRoutes(),
    ...unsealingRoutes(),
    ...familyCareRoutes(),
    ...timelinessRoutes(),
    ...returnRoutes(),
    ...directiveRoutes(),
    ...boardRoutes(),
    ...exchangeRoutes(),
    ...(config.demo ? [...outboxRoutes(), ...livingPageRoutes()] : []),
  ];
}

export async function startDesk(config: Config, databaseUrl: string, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  const { tools, close } = openTools('desk', config, databaseUrl, { log });
  const assets = await buildAssets('desk');
  const server = await createServer(tools, log, config);
  const limits = { idleMinutes: config.session.idleMinutes, hours: config.session.hours };
  const who = (cookies: Record<string, string>): Promise<Actor | null> => identify(tools, cookies, limits);
  const stillWho = (cookies: Record<string, string>): Promise<Actor | null> => identify(tools, cookies, limits, false);
  mountAssets(server.app, assets);
  mountLanguage(server.app);
  mountPushWorker(server.app, await buildPushWorker());
  const site: Site = {
    tools,
    assets,
    log,
    identify: who,
    signInPath: config.demo ? '/sign-in/demo' : '/sign-in',
    sessionCookie: sessionCookieName,
  };
  mountFallbacks(server.app, site);
  mount(server.app, site, routesOf(config));
  const live = mountLive(server.app, databaseUrl, stillWho);
  server.app.addHook('preClose', () => live.stop()); // after the door said it is not ready: pages then come back to another
  const url = await server.listen(config.host, config.ports.desk);
  return {
    url,
    async stop() {
      await server.stop();
      await close();
    },
  };
}
