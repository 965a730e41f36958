/** botocore as it is installed, packed into a wheel or checked out. */
import { isVersion } from '../../../model/versions.ts';
import type { PackageLayout } from '../file-layout.ts';
import { dataFolder } from './model-layout.ts';
import { changelog, changesFolder } from './repository.ts';

const code = 'botocore/__init__.py';

export const botocorePackage: PackageLayout = {
  code,
  data: dataFolder,
  parts: [dataFolder, code, changelog, changesFolder],
  isPart: (path) => path.startsWith(`${dataFolder}/`) || path === changelog || /^\.changes\/[^/]+\.json$/.test(path),
  versionInCode(text) {
    const version = /^__version__\s*=\s*['"]([^'"]+)['"]/m.exec(text)?.[1];
    return version !== undefined && isVersion(version) ? version : null;
  },
  isMetadata: (path) => /^botocore-[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.test(path),
  versionInMetadata: (text) => /^Version:\s*(\S+)/m.exec(text)?.[1] ?? null,
};
