// Names repeat: what was worked out for a word is kept, up to a bound, and never for a whole name.

/** The same function, answering from memory where it can. `most` words at a time; then it starts over. The answers are shared: readonly. */
export function remembered<Answer>(work: (word: string) => Answer, most = 20_000): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = work(word);
      if (known.size >= most) known.clear();
      known.set(word, answer);
    }
    return answer;
  };
}
