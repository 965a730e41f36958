/** Names of operations in the SDK and in the API: botocore's rule from API to SDK, and the best guess back. */

const firstCap = /(.)([A-Z][a-z]+)/g;
const endCap = /([a-z0-9])([A-Z])/g;
/** Acronyms with a plural, `CreateFooARNs`, which the plain rules would split. */
const specialPlural = /(?<![A-Z])[A-Z]{2,}s$/;

/** Brand names that botocore's own table keeps together. */
const brand = /CachediSCSI|StorediSCSI|HITsFor|PartiQL|OAuth2(?=Token)|WhatsApp|OTel/g;

/** A name of words only, like `CreateTable`: for most names, one rule gives the same as all of them. */
const plain = /^(?:[A-Z][a-z]+)+$/;
const innerCap = /(?!^)[A-Z]/g;

/** The SDK's name of an operation, as `botocore.xform_name` makes it. */
export function sdkNameOf(name: string): string {
  if (name.includes('_')) return name;
  // Of the brands, only one looks like words, and the search for brands would be most of the work.
  if (plain.test(name) && !name.includes('WhatsApp')) return name.replace(innerCap, '_$&').toLowerCase();
  const text = name.replace(brand, (whole) => words[whole] ?? whole);
  const plural = specialPlural.exec(text);
  const parts = plural === null ? text : `${text.slice(0, plural.index)}_${plural[0].toLowerCase()}`;
  return parts.replace(firstCap, '$1_$2').replace(endCap, '$1_$2').toLowerCase();
}

/** The brands as words that the plain rules keep together. */
const words: Readonly<Record<string, string>> = {
  CachediSCSI: 'CachedIscsi',
  StorediSCSI: 'StoredIscsi',
  HITsFor: 'HitsFor',
  PartiQL: 'Partiql',
  OAuth2: 'Oauth2',
  WhatsApp: 'Whatsapp',
  OTel: 'Otel',
};

/** Words that the API writes in capitals. */
const acronyms = new Set(
  'acl api arn aws cidr cors db dns ec2 eks fpga hsm http https iam ip ipv4 ipv6 json jwt kms mfa nat oidc pii ram s3 saml sms sql ssh ssl sso tls ttl uri url vpc vpn waf xml'.split(
    ' ',
  ),
);
const mixed: Readonly<Record<string, string>> = {
  dhcp: 'Dhcp',
  vpc: 'Vpc',
  vpn: 'Vpn',
  ip: 'Ip',
  api: 'Api',
  kms: 'Kms',
  nat: 'Nat',
  http: 'Http',
  url: 'Url',
  dns: 'Dns',
  cidr: 'Cidr',
  acl: 'Acl',
  arn: 'Arn',
  ssh: 'SSH',
  eks: 'Eks',
};

/**
 * The API's name of an operation, guessed from the SDK's: `create_listener` gives `CreateListener`. The way back is not
 * unique (`create_db_instance` is `CreateDBInstance`), so such a name is marked as inferred wherever it is used.
 */
export function inferName(sdkName: string): string {
  return sdkName
    .split('_')
    .map((word) => {
      if (Object.hasOwn(mixed, word)) return mixed[word];
      return acronyms.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join('');
}

/** Methods of every client that are not operations of the service. */
export const clientMethods: ReadonlySet<string> = new Set([
  'can_paginate',
  'close',
  'exceptions',
  'generate_presigned_post',
  'generate_presigned_url',
  'get_paginator',
  'get_waiter',
  // boto3's own transfers, which are built on the operations.
  'copy',
  'download_file',
  'download_fileobj',
  'upload_file',
  'upload_fileobj',
  // Signed URLs and tokens, which need no call.
  'generate_db_auth_token',
  'generate_db_connect_auth_token',
  'generate_db_connect_admin_auth_token',
]);
