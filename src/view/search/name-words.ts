/** The words of a name, as people type them: CamelCase, snake, kebab and dots; search finds a name from the start of each of them. */

/** A text as search compares it: small letters and digits; what has neither stands for itself. */
export function searchKey(text: string): string {
  const key = text.toLowerCase().replace(separators, '');
  return key === '' ? text.toLowerCase().trim() : key;
}

/** What stands at each start of a word, and after it: `kmsencryptionkey`, `encryptionkey`, `key`. */
export function keysOf(name: string): readonly string[] {
  const keys = new Set<string>();
  for (let at = 0; at < name.length; at += 1) if (startsWord(name, at)) keys.add(searchKey(name.slice(at)));
  return keys.size === 0 ? [searchKey(name)] : [...keys];
}

/** Whether a word begins at a place of a name: in `SSEKMSKeyId` at 0, 3, 6 and 9. The script asks it thousands of times a keystroke. */
export function startsWord(name: string, at: number): boolean {
  const here = name.charAt(at);
  if (isSeparator(here)) return false;
  if (at === 0) return true;
  const before = name.charAt(at - 1);
  if (isSeparator(before)) return true;
  if (!isCapital(here)) return false;
  if (!isCapital(before)) return true;
  const after = name.charAt(at + 1);
  if (isSmall(after)) {
    // `IPv6` and `ARNs` are one word each.
    if (name.startsWith('IPv', at - 1)) return false;
    return after !== 's' || isSmall(name.charAt(at + 2));
  }
  return splitsCapitals(name, at);
}

const separators = /[^\p{L}\p{N}]+/gu;
const separator = /^[^\p{L}\p{N}]/u;

function isSeparator(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code > 127) return separator.test(character);
  return !((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57));
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

function isSmall(character: string): boolean {
  return character !== character.toUpperCase();
}

/** Capitals that nothing separates, `SSEKMS`, are taken apart where all of them are known words. */
function splitsCapitals(name: string, at: number): boolean {
  let start = at;
  while (start > 0 && isCapital(name.charAt(start - 1))) start -= 1;
  let end = at;
  while (end < name.length && isCapital(name.charAt(end))) end += 1;
  // The last capital before a small letter begins the next word.
  if (isSmall(name.charAt(end))) end -= 1;
  if (end - start > longestRun) return false;
  const ways: (readonly number[] | undefined)[] = [[]];
  for (let to = 1; to <= end - start; to += 1) {
    for (let from = 0; from < to && ways[to] === undefined; from += 1) {
      const before = ways[from];
      if (before !== undefined && acronyms.has(name.slice(start + from, start + to))) ways[to] = [...before, from];
    }
  }
  return ways[end - start]?.includes(at - start) ?? false;
}

const longestRun = 16;

const acronyms = new Set(
  'ACL ACM AMI API ARN AWS AZ CA CIDR CLI CMK CORS CPU CSV DB DNS EBS ECR ECS EFS EKS ENI FSX GPU HSM HTTP HTTPS IAM ID IP JSON JWT KMS MFA OIDC RDS SAML SMB SMS SNS SQL SQS SSE SSH SSL SSM SSO TLS TTL URI URL VPC VPN WAF XML'.split(
    ' ',
  ),
);
