// Figures of messages. Run: `npm run bench:messages [-- --json] [-- --channel email] [-- --messages n] [-- --latency milliseconds] [-- --rate a-second]`.
import { parseArgs } from 'node:util';
import { printFigures } from '../scripts/figures.ts';
import { fanOutFigures, usualFanOut } from './messages/fan-out.ts';

const { values: options } = parseArgs({
  options: {
    messages: { type: 'string', default: String(usualFanOut.messages) },
    channel: { type: 'string', default: usualFanOut.channel },
    latency: { type: 'string', default: usualFanOut.latency },
    rate: { type: 'string', default: usualFanOut.rate },
    json: { type: 'boolean', default: false },
  },
});
const { messages, channel, latency, rate } = options;
printFigures(
  await fanOutFigures({ messages: Number(messages), channel: channel === 'email' ? 'email' : 'sms', latency, rate }),
  options.json,
);
