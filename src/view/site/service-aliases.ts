/** Other names that people look a service up by: the initials of its title, and what it is called in talk. */

/** The names, in lower case, without the service's own. */
export function aliasesOf(id: string, title: string): readonly string[] {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !small.has(word.toLowerCase()));
  const initials = words
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
  const all = [...(inTalk.get(id) ?? []), ...(words.length > 1 ? [initials] : [])];
  return [...new Set(all)].filter((name) => name !== id.toLowerCase());
}

/** The title without the name of the vendor in front, which is the same for nearly all. */
export function shortTitle(title: string): string {
  const short = title.replace(/^(?:Amazon|AWS)\s+(?=\S)/u, '');
  return short === '' ? title : short;
}

/** Words that initials leave out. */
const small = new Set(['amazon', 'aws', 'for', 'of', 'and', 'the', 'a', 'to', 'on', 'in', 'with']);

/** What neither the id nor the title says. Names that lead nowhere do no harm: a source may have none of these services. */
const inTalk: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'application-autoscaling': ['aas'],
    autoscaling: ['asg'],
    'cognito-identity': ['cognito'],
    'cognito-idp': ['cognito', 'userpools'],
    elb: ['classic load balancer'],
    elbv2: ['elb', 'alb', 'nlb', 'load balancer'],
    es: ['elasticsearch', 'opensearch'],
    events: ['eventbridge', 'cloudwatch events'],
    kafka: ['msk'],
    logs: ['cloudwatch logs', 'cwl'],
    opensearch: ['elasticsearch', 'aoss'],
    pinpoint: ['mobile targeting'],
    route53: ['dns', 'r53'],
    sesv2: ['ses', 'email'],
    ses: ['email'],
    stepfunctions: ['sfn', 'states'],
    sns: ['topics'],
    sqs: ['queues'],
    ssm: ['parameter store', 'systems manager'],
    'sso-admin': ['identity center'],
  }),
);
