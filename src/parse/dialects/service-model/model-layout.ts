/** All layouts that botocore has used for its service models, recognised by their paths. */
import type { ModelPath, ModelRole } from '../release-line.ts';

export type { ModelPath } from '../release-line.ts';

/** The folder of botocore's models. */
export const dataFolder = 'botocore/data';

const roles: Readonly<Record<string, ModelRole>> = {
  'service-2': 'service',
  'paginators-1': 'paginators',
  'waiters-2': 'waiters',
  'examples-1': 'examples',
  'endpoint-rule-set-1': 'endpoint-rules',
};

/** From 0.64 `aws/elb/2012-06-01.api.json`, from 0.81 `.normal.json`, until the layout of today in 0.109. */
const oldNames: Readonly<Record<string, string>> = {
  normal: 'service-2',
  api: 'service-2',
  paginators: 'paginators-1',
  waiters: 'waiters-2',
};

/** Until 0.63 one file was a whole model: `aws/elb.json`, from 0.30 `aws/elb/2012-06-01.json`. */
const whole = /^(?<api>\d{4}-\d{2}-\d{2})\.json(?:\.gz)?$/;
const wholeUndated = /^(?<service>[a-z][\w-]*)\.json(?:\.gz)?$/;
/** Replaces the API version if only the content of the file states it. */
const undated = '0000-00-00';

const apiFolder = /^\d{4}-\d{2}-\d{2}[\w.-]*$/;
const today = /^(?<name>[\w-]+?)(?<extras>\.sdk-extras)?\.json(?:\.gz)?$/;
const old = /^(?<api>\d{4}-\d{2}-\d{2})\.(?<name>normal|api|paginators|waiters)\.json(?:\.gz)?$/;

/** The parts of a path in one of the layouts; undefined for any other path. */
export function modelPathOf(path: string): ModelPath | undefined {
  const parts = path.split('/');
  const [service = '', folder = '', file = ''] = parts.slice(-3);
  return (
    inApiFolder(parts, service, folder, file) ??
    inServiceFolder(parts, folder, file) ??
    inOneFile(parts, service, folder, file)
  );
}

/** The role of a file by its name: for models outside all layouts. */
export function modelRoleOf(file: string): ModelRole | undefined {
  const groups = today.exec(file)?.groups;
  const role = roles[groups?.name ?? ''];
  return role !== undefined && groups?.extras !== undefined ? 'extras' : role;
}

/** The reason not to read a file of botocore's data that is in no layout; undefined if the file is unknown. */
export function reasonNotRead(path: string): string | undefined {
  const name = path.split('/').at(-1) ?? '';
  if (/^endpoint-(?:tests|bdd)-\d+\.json(?:\.gz)?$/.test(name)) return 'tests, or another form, of rules of endpoints';
  if (
    /(?:^|\/)(?:_?endpoints|partitions(?:\/[\w-]+)?|_retry|_regions|_services|sdk-default-configuration)\.json$/.test(
      path,
    )
  )
    return 'settings of the SDK, no description of an API';
  if (/(?:\.|\/)encoders(?:-\d)?\.json$/.test(path)) return 'encodings of parameters, no description of an API';
  if (name === 'documentation-1.json') return 'documentation of a service model that is stated in the model too';
  return /\.py$/.test(name) ? 'a program' : undefined;
}

function inApiFolder(parts: readonly string[], service: string, folder: string, file: string): ModelPath | undefined {
  if (parts.length < 3 || !apiFolder.test(folder)) return undefined;
  const role = modelRoleOf(file);
  if (role === undefined) return undefined;
  return {
    role,
    unit: parts.slice(0, -1).join('/'),
    service,
    apiVersion: folder,
    path: `${folder}/${file.replace(/\.gz$/, '')}`,
  };
}

function inServiceFolder(parts: readonly string[], service: string, file: string): ModelPath | undefined {
  const { api, name = '' } = old.exec(file)?.groups ?? {};
  const stem = oldNames[name];
  if (api === undefined || stem === undefined || parts.length < 2) return undefined;
  const unit = [...parts.slice(0, -1), api].join('/');
  return { role: roles[stem] ?? 'service', unit, service, apiVersion: api, path: `${api}/${stem}.json` };
}

/**
 * Only below `aws`, and without a date only below `data/aws`: in other folders such a name means another kind of file.
 */
function inOneFile(parts: readonly string[], above: string, folder: string, file: string): ModelPath | undefined {
  const role = 'service';
  const dated = above === 'aws' ? whole.exec(file)?.groups?.api : undefined;
  if (dated !== undefined) {
    const unit = [...parts.slice(0, -1), dated].join('/');
    return { role, unit, service: folder, apiVersion: dated, path: `${dated}/service-1.json` };
  }
  const service = above === 'data' && folder === 'aws' ? wholeUndated.exec(file)?.groups?.service : undefined;
  if (service === undefined) return undefined;
  const unit = [...parts.slice(0, -1), service, undated].join('/');
  return { role, unit, service, apiVersion: undated, path: `${undated}/service-1.json` };
}
