// The keys a hand can use instead of the mouse. A native popover, so it opens without script too.
import type { View } from '../view.ts';

const keys = [
  ['/', 'search'],
  ['j k', 'move'],
  ['Enter', 'open'],
  ['y n u', 'judge'],
  ['.', 'acknowledge'],
  ['Ctrl K', 'goTo'],
  ['?', 'sheet'],
] as const;

export function KeyHints({ view }: { view: View }) {
  return (
    <div class="key-hints">
      <button type="button" class="quiet" popovertarget="keys" aria-label={view.t('web.keys.title')}>
        <kbd>?</kbd>
      </button>
      <div id="keys" popover="auto">
        <h2>{view.t('web.keys.title')}</h2>
        <dl>
          {keys.map(([key, name]) => (
            <div key={key}>
              <dt>
                {key.split(' ').map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{view.t(`web.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="button secondary" popovertarget="keys" popovertargetaction="hide">
          {view.t('web.keys.close')}
        </button>
      </div>
    </div>
  );
}
