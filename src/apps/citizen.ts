// The citizen door: anyone, without an account. It reaches live notices and the reporter's own report, nothing else.
import { type Config, ConfigError } from '../platform/config.ts';
import { createServer } from '../platform/http/server.ts';
import type { Log } from '../platform/log.ts';
import { buildAssets } from '../web/assets.ts';
import { outboxRoutes } from '../web/outbox.tsx';
import type { Route } from '../web/route.ts';
import { type Site, mount, mountFallbacks } from '../web/serve.ts';
import { citizenRoutes as checkRoutes } from '../modules/checks/index.ts';
import { identifyCitizen } from '../modules/citizens/index.ts';
import { citizenRoutes as directiveRoutes } from '../modules/directives/index.ts';
import { citizenRoutes as missingRoutes } from '../modules/missing-reports/index.ts';
import { citizenRoutes as nodalRoutes } from '../modules/nodal-officers/index.ts';
import { citizenRoutes as noticeRoutes, partnerRoutes } from '../modules/notices/index.ts';
import { dutiesOf } from '../modules/obligations/index.ts';
import { citizenRoutes as placeRoutes } from '../modules/places/index.ts';
import { citizenRoutes as sightingRoutes } from '../modules/sightings/index.ts';
import { mountAssets, mountLanguage, noticeKit } from './site.ts';
import { openTools } from './tools.ts';

/** Every route of the door; tests of safety go through this list, so that a new route is covered by itself. */
export function routesOf(config: Config): Route[] {
  const kit = noticeKit(config);
  return [
    ...missingRoutes({ dutiesOf }),
    ...checkRoutes(),
    ...noticeRoutes(kit),
    ...partnerRoutes(kit.showing, kit.origin),
    ...sightingRoutes(),
    ...placeRoutes(),
    ...nodalRoutes(),
    ...directiveRoutes(),
    ...(config.demo ? outboxRoutes() : []),
  ];
}

export async function startCitizen(config: Config, databaseUrl: string, log: Log): Promise<{ url: string; stop(): Promise<void> }> {
  // Whoever took over the door that shows notices could vouch for them too.
  if (config.noticeKeys.signing) throw new ConfigError(['NOTICES_SIGNING_KEY: expected to be set for the worker alone']);
  const { tools, close } = openTools('citizen', config, databaseUrl, { log });
  const assets = await buildAssets('citizen');
  const server = await createServer(tools, log, config);
  mountAssets(server.app, assets);
  mountLanguage(server.app);
  const site: Site = { tools, assets, log, identify: (cookies) => identifyCitizen(tools, cookies), signInPath: '/my' };
  mountFallbacks(server.app, site);
  mount(server.app, site, routesOf(config));
  const url = await server.listen(config.host, config.ports.citizen);
  return {
    url,
    async stop() {
      await server.stop();
      await close();
    },
  };
}
