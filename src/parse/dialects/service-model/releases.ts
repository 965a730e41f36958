/** botocore's releases, which all documents of AWS belong to, and the dates of its minor releases. */
import { boto3Words } from '../../../model/index.ts';
import type { ReleaseLine } from '../release-line.ts';

const minorReleases: ReleaseLine['minorReleases'] = [
  ['0.5.0', '2013-01-25'],
  ['0.10.0', '2013-05-16'],
  ['0.20.0', '2013-10-17'],
  ['0.30.0', '2014-01-08'],
  ['0.40.0', '2014-04-01'],
  ['0.50.0', '2014-06-06'],
  ['0.60.0', '2014-08-07'],
  ['0.70.0', '2014-11-06'],
  ['0.80.0', '2014-12-17'],
  ['0.90.0', '2015-02-17'],
  ['0.100.0', '2015-04-02'],
  ['1.0.0', '2015-06-22'],
  ['1.1.0', '2015-07-07'],
  ['1.2.0', '2015-09-03'],
  ['1.3.0', '2015-10-22'],
  ['1.4.0', '2016-03-02'],
  ['1.5.0', '2017-01-16'],
  ['1.6.0', '2017-08-11'],
  ['1.7.0', '2017-08-29'],
  ['1.8.0', '2017-11-21'],
  ['1.9.0', '2018-02-26'],
  ['1.10.0', '2018-04-04'],
  ['1.11.0', '2018-08-24'],
  ['1.12.0', '2018-09-07'],
  ['1.13.0', '2019-10-22'],
  ['1.14.0', '2020-01-10'],
  ['1.15.0', '2020-02-14'],
  ['1.16.0', '2020-04-30'],
  ['1.17.0', '2020-06-10'],
  ['1.18.0', '2020-09-17'],
  ['1.19.0', '2020-10-19'],
  ['1.20.0', '2021-02-02'],
  ['1.21.0', '2021-07-15'],
  ['1.22.0', '2021-10-20'],
  ['1.23.0', '2021-11-08'],
  ['1.24.0', '2022-02-14'],
  ['1.25.0', '2022-04-25'],
  ['1.26.0', '2022-05-13'],
  ['1.27.0', '2022-05-31'],
  ['1.28.0', '2022-10-24'],
  ['1.29.0', '2022-11-01'],
  ['1.30.0', '2023-07-03'],
  ['1.31.0', '2023-07-06'],
  ['1.32.0', '2023-11-14'],
  ['1.33.0', '2023-11-27'],
  ['1.34.0', '2023-12-13'],
  ['1.35.0', '2024-08-16'],
  ['1.36.0', '2025-01-15'],
  ['1.37.0', '2025-02-24'],
  ['1.38.0', '2025-04-22'],
  ['1.39.0', '2025-06-30'],
  ['1.40.0', '2025-07-31'],
  ['1.41.0', '2025-11-19'],
  ['1.42.0', '2025-11-21'],
  ['1.43.0', '2026-04-29'],
];

/**
 * RFC 4151 needs an authority and a date in a name. The authority is the project's name, not a host: the site may move,
 * but the names must stay.
 */
export const botocoreReleases: ReleaseLine = {
  feedName: 'tag:apidelta,2026:aws',
  numbersOf,
  minorReleases,
  about: {
    subject: 'AWS',
    product: 'botocore',
    not: 'an Amazon site',
    texts: {
      owner: 'Amazon',
      licence: 'Apache-2.0',
      notice: 'Botocore\nCopyright 2012-2022 Amazon.com, Inc. or its affiliates. All Rights Reserved.',
    },
  },
};

/** Until 1.33 boto3 has its own numbers. */
function numbersOf(version: string): readonly string[] {
  if (!/^\d+\.\d/.test(version)) return [];
  const boto3 = boto3Words(version);
  return [`botocore ${version}`, ...(boto3 === undefined ? [] : [boto3])];
}
