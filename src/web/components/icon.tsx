// The few signs that stand beside a word, never instead of one. Drawn here so they look the same in every font and in print.

const drawings = {
  late: 'M8 2 15 14H1ZM7.2 6v4h1.6V6Zm0 5.2v1.5h1.6v-1.5Z',
  clock: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6Zm-.8 2v4l3 1.9.8-1.3-2.2-1.4V4.6Z',
  done: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.4 4.2 1.1 1.1-5.4 5.4-3.1-3.1 1.1-1.1 2 2Z',
  doing: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6v10.8A5.4 5.4 0 0 1 8 2.6Z',
  waiting: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6Z',
  agrees: 'M13.2 3.2 14.6 4.6 6.2 13 1.4 8.2 2.8 6.8 6.2 10.2Z',
  differs: 'M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8 14 12.6 12.6 14 8 9.4 3.4 14 2 12.6 6.6 8 2 3.4Z',
  unknown: 'M2 7h3v2H2Zm4.5 0h3v2h-3ZM11 7h3v2h-3Z',
  eye: 'M8 3C4.4 3 1.7 5.6.6 8c1.1 2.4 3.8 5 7.4 5s6.3-2.6 7.4-5C14.3 5.6 11.6 3 8 3Zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm0 1.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Z',
  phone: 'M4.2 1.5 6.5 4.8 5.2 6.4c.8 1.7 2.1 3.1 3.9 4L10.8 9.3l3.5 2.2-.6 2.6c-.1.4-.5.6-.9.6C6.8 14.2 1.7 9.2 1.4 3.2c0-.4.2-.8.6-.9Z',
  person: 'M8 1.5a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4ZM2 14.5c0-3.3 2.7-5.3 6-5.3s6 2 6 5.3Z',
} as const;

export type IconName = keyof typeof drawings;

/** Hidden from screen readers: the word beside it is what is read. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
