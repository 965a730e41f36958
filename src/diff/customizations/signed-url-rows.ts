/** Calls that copy from another region: the SDK takes that region, and signs the URL that the service asks for. */
import type { Customization } from './customization.ts';

/** The operations by service, and the first version. */
const signed = [
  ['rds', ['CopyDBSnapshot', 'CreateDBInstanceReadReplica'], '1.4.90'],
  ['rds', ['CopyDBClusterSnapshot', 'CreateDBCluster'], '1.5.21'],
  ['rds', ['StartDBInstanceAutomatedBackupsReplication'], '1.19.30'],
  ['neptune', ['CopyDBClusterSnapshot', 'CreateDBCluster'], '1.12.0'],
  ['docdb', ['CopyDBClusterSnapshot'], '1.17.11'],
  ['docdb', ['CreateDBCluster'], '1.17.61'],
] as const;

export const signedUrlRows: readonly Customization[] = [
  ...signed.flatMap(([service, operations, since]): readonly Customization[] => {
    const common = { services: [service], operations, since, direction: 'request', side: 'sdk' } as const;
    return [
      {
        ...common,
        member: 'PreSignedUrl',
        shown: { as: 'optional' },
        why: 'the SDK signs the URL for the other region itself',
      },
      {
        ...common,
        member: 'SourceRegion',
        shown: { as: 'added' },
        why: 'the SDK takes the region to sign the URL with; the service never sees it',
      },
    ];
  }),
  ...(['PresignedUrl', 'DestinationRegion'] as const).map(
    (member): Customization => ({
      ...{ services: ['ec2'], operations: ['CopySnapshot'], direction: 'request', member, since: '1.0.0' },
      shown: { as: 'optional' },
      why: member === 'PresignedUrl' ? 'the SDK signs the URL itself' : 'the SDK sends the region of the client',
      side: 'sdk',
    }),
  ),
];
