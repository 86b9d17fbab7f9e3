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
  eye: 'M8 3C4.4 3 1.7 5.600.6 8c1.100 2.400 3.800 5 7.400 5s6.300-2.600 7.400-5C14.300 5.600 11.600 3 8 3Zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm0 1.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3Z',
  phone: 'M4.200 1.500 6.500 4.800 5.200 6.400c.8 1.700 2.100 3.100 3.900 4L10.800 9.300l3.500 2.200-.6 2.600c-.1.4-.5.6-.9.6C6.800 14.200 1.700 9.200 1.400 3.200c0-.4.2-.8.6-.9Z',
  person: 'M8 1.500a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400ZM2 14.500c0-3.300 2.700-5.300 6-5.300s6 2 6 5.300Z',
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
