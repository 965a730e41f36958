/** botocore as an installed package, a wheel or a checkout. */
import { isVersion } from '../../../model/versions.ts';
import type { PackageLayout } from '../file-layout.ts';
import { dataFolder } from './model-layout.ts';
import { changelog, changesFolder } from './repository.ts';

const code = 'botocore/__init__.py';

/**
 * The version, unless it is not a release of botocore. The AWS CLI contains its own botocore with the version
 * `2.0.0dev155`: that number has another meaning, and would seem newer than every release.
 */
const ofBotocore = (version: string | undefined): string | null =>
  version === undefined || !isVersion(version) || /^2\.0\.0\.?dev/.test(version) ? null : version;

export const botocorePackage: PackageLayout = {
  code,
  data: dataFolder,
  parts: [dataFolder, code, changelog, changesFolder],
  isPart: (path) => path.startsWith(`${dataFolder}/`) || path === changelog || /^\.changes\/[^/]+\.json$/.test(path),
  versionInCode(text) {
    return ofBotocore(/^__version__\s*=\s*['"]([^'"]+)['"]/m.exec(text)?.[1]);
  },
  isMetadata: (path) => /^botocore-[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.test(path),
  versionInMetadata: (text) => ofBotocore(/^Version:\s*(\S+)/m.exec(text)?.[1]),
};
