/**
 * The words of a name in CamelCase, snake_case, kebab-case or with dots. Search finds a name from the start of each
 * word.
 */

/** The search key of a text: lower-case letters and digits. A text without any stands for itself. */
export function searchKey(text: string): string {
  const key = text.toLowerCase().replace(separators, '');
  return key === '' ? text.toLowerCase().trim() : key;
}

/** The keys from the start of each word to the end of the name: `kmsencryptionkey`, `encryptionkey`, `key`. */
export function keysOf(name: string): readonly string[] {
  const keys = new Set<string>();
  for (let at = 0; at < name.length; at += 1) if (startsWord(name, at)) keys.add(searchKey(name.slice(at)));
  return keys.size === 0 ? [searchKey(name)] : [...keys];
}

/**
 * Whether a word begins at a place of a name: in `SSEKMSKeyId` at 0, 3, 6 and 9. It must be fast, because the script
 * calls it thousands of times for each keystroke.
 */
export function startsWord(name: string, at: number): boolean {
  const here = kindAt(name, at);
  if (here === separator) return false;
  if (at === 0) return true;
  const before = kindAt(name, at - 1);
  if (before === separator) return true;
  if (here !== capital) return false;
  if (before !== capital) return true;
  if (kindAt(name, at + 1) === small) {
    // `IPv6` and `ARNs` are one word each.
    if (name.startsWith('IPv', at - 1)) return false;
    return name.charAt(at + 1) !== 's' || kindAt(name, at + 2) === small;
  }
  return splitsCapitals(name, at);
}

const separators = /[^\p{L}\p{N}]+/gu;

const separator = 0;
const small = 1;
const capital = 2;
const other = 3;

/** Most letters are ASCII, so they are tested first, without a regular expression. */
function kindAt(name: string, at: number): number {
  const code = name.charCodeAt(at);
  if (code >= 97 && code <= 122) return small;
  if (code >= 65 && code <= 90) return capital;
  if (code >= 48 && code <= 57) return other;
  if (code <= 127 || Number.isNaN(code)) return separator;
  const character = name.charAt(at);
  if (!letter.test(character)) return separator;
  if (character !== character.toLowerCase()) return capital;
  return character === character.toUpperCase() ? other : small;
}

const letter = /^[\p{L}\p{N}]/u;

/** Capital letters in a row, such as `SSEKMS`, are split only into known words. */
function splitsCapitals(name: string, at: number): boolean {
  let start = at;
  while (kindAt(name, start - 1) === capital) start -= 1;
  let end = at;
  while (kindAt(name, end) === capital) end += 1;
  // The last capital letter before a small one begins the next word.
  if (kindAt(name, end) === small) end -= 1;
  if (end - start > longestRun) return false;
  const ways: (readonly number[] | undefined)[] = [[]];
  for (let to = 1; to <= end - start; to += 1) {
    const from = ways.findIndex(
      (way, first) => way !== undefined && acronyms.has(name.slice(start + first, start + to)),
    );
    ways.push(from === -1 ? undefined : [...(ways[from] ?? []), from]);
  }
  return ways[end - start]?.includes(at - start) ?? false;
}

const longestRun = 16;

const acronyms = new Set(
  'ACL ACM AMI API ARN AWS AZ CA CIDR CLI CMK CORS CPU CSV DB DNS EBS ECR ECS EFS EKS ENI FSX GPU HSM HTTP HTTPS IAM ID IP JSON JWT KMS MFA OIDC RDS SAML SMB SMS SNS SQL SQS SSE SSH SSL SSM SSO TLS TTL URI URL VPC VPN WAF XML'.split(
    ' ',
  ),
);
