// The exposition text counts what it was told, by name.
import { expect, test } from 'vitest';
import { metricsText, observeGivenUp, observeJob, observeMessage, observeMessageWait, observeRequest } from './metrics.ts';

test('a request is counted by door, route and status, in the right step', async () => {
  observeRequest('citizen', '/notices/:id', 410, 0.02);
  const text = await metricsText();
  expect(text).toContain('vatsalya_request_seconds_count{door="citizen",route="/notices/:id",status="410"} 1');
  expect(text).toContain('vatsalya_request_seconds_bucket{le="0.015",door="citizen",route="/notices/:id",status="410"} 0');
  expect(text).toContain('vatsalya_request_seconds_bucket{le="0.03",door="citizen",route="/notices/:id",status="410"} 1');
});

test('jobs and messages', async () => {
  observeJob({ queue: 'matching.find', outcome: 'failed', seconds: 2 });
  observeMessage({ channel: 'sms', outcome: 'accepted' });
  observeMessage({ channel: 'sms', outcome: 'accepted' });
  observeMessageWait({ channel: 'push', urgency: 'alarm' }, 3);
  observeGivenUp({ channel: 'sms', because: 'http-422' });
  const text = await metricsText();
  expect(text).toContain('vatsalya_message_wait_seconds_sum{channel="push",urgency="alarm"} 3');
  expect(text).toContain('vatsalya_messages_given_up_total{channel="sms",because="http-422"} 1');
  expect(text).toContain('vatsalya_job_seconds_sum{queue="matching.find",outcome="failed"} 2');
  expect(text).toContain('vatsalya_messages_total{channel="sms",outcome="accepted"} 2');
});

test('the process is measured too, and may be asked again and again', async () => {
  await metricsText();
  expect(await metricsText()).toContain('process_resident_memory_bytes');
});
