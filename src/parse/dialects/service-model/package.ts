/** botocore as it is installed, packed into a wheel or checked out. */
import { isVersion } from '../../../model/versions.ts';
import type { PackageLayout } from '../file-layout.ts';
import { dataFolder } from './model-layout.ts';
import { changelog, changesFolder } from './repository.ts';

const code = 'botocore/__init__.py';

/**
 * The version, unless it is no release of botocore. The AWS CLI carries a
 * botocore of its own that says `2.0.0dev155`: its number is on another scale
 * and would pass for newer than every release.
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
