/** Names of operations in the SDK and in the API: brands and acronyms, there and back. */
import { expect, test } from 'vitest';
import { inferName, sdkNameOf } from '../../src/model/index.ts';

test.each([
  ['CreateListener', 'create_listener'],
  ['CreateDBInstance', 'create_db_instance'],
  ['ListARNs', 'list_arns'],
  ['DescribeCachediSCSIVolumes', 'describe_cached_iscsi_volumes'],
  ['DescribeStorediSCSIVolumes', 'describe_stored_iscsi_volumes'],
  ['ListHITsForQualificationType', 'list_hits_for_qualification_type'],
  ['ExecutePartiQLStatement', 'execute_partiql_statement'],
  ['CreateOAuth2Token', 'create_oauth2_token'],
  ['SendWhatsAppMessage', 'send_whatsapp_message'],
  ['StartOTelEnrichment', 'start_otel_enrichment'],
  ['get_thing', 'get_thing'],
])('%s is %s', (name, sdkName) => {
  expect(sdkNameOf(name)).toBe(sdkName);
});

const mixed = 'Dhcp Vpc Vpn Ip Api Kms Nat Http Url Dns Cidr Acl Arn Eks'.split(' ');
const capitals =
  'AWS CORS DB EC2 FPGA HSM HTTPS IAM IPV4 IPV6 JSON JWT MFA OIDC PII RAM S3 SAML SMS SQL SSH SSL SSO TLS TTL URI WAF XML'.split(
    ' ',
  );

test.each([...mixed, ...capitals])('the word %s of a name is written so', (word) => {
  expect(inferName(`get_${word.toLowerCase()}_thing`)).toBe(`Get${word}Thing`);
});

test('other words begin with a capital', () => {
  expect(inferName('create_listener')).toBe('CreateListener');
  expect(inferName('get_constructor')).toBe('GetConstructor');
});
