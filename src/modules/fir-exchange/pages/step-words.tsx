// What a person did, with the reason given for it, as the histories of keys and of messages show it.
export function StepWords({ what, reason }: { what: string; reason: string | null }) {
  return (
    <>
      {what}
      {reason ? (
        <>
          {': '}
          <bdi>{reason}</bdi>
        </>
      ) : null}
    </>
  );
}
