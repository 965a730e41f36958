/** Which pins of botocore and boto3 cannot be installed together. */
import { botocoreOfBoto3 } from '../../model/index.ts';
import { isVersion, orderOfVersions, plainVersion } from '../../model/versions.ts';
import type { NamedVersion } from './requirement-lines.ts';

/** The pins of botocore that a pin of boto3 for the same systems does not accept, each with one such pin. */
export function disagreementsIn(pins: readonly NamedVersion[]): readonly (readonly [NamedVersion, NamedVersion])[] {
  const [botocore, boto3] = ['botocore', 'boto3'].map((wanted) =>
    pins.filter(({ name, version }) => name === wanted && isVersion(version)),
  );
  return (botocore ?? []).flatMap((own) => {
    const mayMeet = ({ marker }: NamedVersion) =>
      own.marker === undefined || marker === undefined || marker === own.marker;
    const other = (boto3 ?? []).find((one) => mayMeet(one) && !acceptsBotocore(one.version, own.version));
    return other === undefined ? [] : [[own, other] as const];
  });
}

/** `botocore 1.31.5 or a later 1.31`: boto3 accepts every later release with the same minor number. */
export function acceptedBy({ version }: NamedVersion): string {
  const oldest = botocoreOfBoto3(version) ?? '';
  return `botocore ${oldest} or a later ${lineOf(oldest)}`;
}

/** True also if nobody knows which botocore a boto3 needs. */
function acceptsBotocore(boto3: string, botocore: string): boolean {
  const oldest = botocoreOfBoto3(boto3);
  if (oldest === undefined) return true;
  return lineOf(botocore) === lineOf(oldest) && orderOfVersions(botocore, oldest) >= 0;
}

function lineOf(version: string): string {
  return plainVersion(version).split('.').slice(0, 2).join('.');
}
