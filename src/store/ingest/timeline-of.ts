/** The history of a service: made from all its steps, or the stored one with the steps that came after it. */
import { append, type Service } from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import { readHistory } from '../history/read-history.ts';
import { ServiceHistory, type Timeline, type TimelineRelease } from '../history/service-history.ts';
import { resumeHistory } from '../history/write-history.ts';
import { madeFromOf, originsIn, originsMark, type Plan, type PlannedStep } from '../releases/plan.ts';
import type { Release } from '../types.ts';
import { snapshotOf } from './inputs.ts';
import { formerName } from './presence.ts';

/** What a history is made from. */
export interface HistoryPlan {
  /** All steps of the service, with those beside the main line. */
  readonly steps: readonly PlannedStep[];
  /** The main line, by the names that it had. */
  readonly histories: readonly NamedHistory[];
  /** The fingerprint of the histories under former names. */
  readonly origins: string;
  /** The fingerprint of all of it. */
  readonly madeFrom: string;
}

/** A history under one name: the history under the name before, if it continues one, and its own steps. */
interface NamedHistory {
  readonly before: readonly PlannedStep[] | undefined;
  readonly steps: readonly PlannedStep[];
}

export function planHistory(plan: Plan, service: string, releases: readonly Release[]): HistoryPlan {
  const steps = plan.stepsOf(service, releases);
  const histories = historiesOf(plan, service, releases);
  const origins = histories.reduce((mark, { before }) => (before === undefined ? mark : originsMark(mark, before)), '');
  return { steps, histories, origins, madeFrom: madeFromOf(steps, origins) };
}

/** The histories of a service, oldest first: all except the first begin with a rename. */
function historiesOf(plan: Plan, service: string, releases: readonly Release[]): readonly NamedHistory[] {
  const histories: { before: readonly PlannedStep[] | undefined; steps: PlannedStep[] }[] = [];
  for (const step of plan.mainStepsOf(service, releases)) {
    const former = formerName(step.presence);
    const last = histories.at(-1);
    if (former !== undefined) {
      const earlier = releases.slice(0, releases.indexOf(step.release));
      const history = historiesOf(plan, former, earlier).at(-1);
      histories.push({ before: [...(history?.before ?? []), ...(history?.steps ?? [])], steps: [step] });
    } else if (last === undefined) histories.push({ before: undefined, steps: [step] });
    else last.steps.push(step);
  }
  return histories;
}

/**
 * The stored history and the steps that came after it; undefined if it has to be made anew. `known` is the fingerprint
 * of the stored one. Its releases are only the new ones.
 */
export function continuedTimeline(
  database: Database,
  service: string,
  known: string,
  { plan, history }: { readonly plan: Plan; readonly history: HistoryPlan },
): Timeline | undefined {
  const added = stepsAfter(known, history);
  const stored = added === undefined ? undefined : readHistory(database, service);
  if (added === undefined || stored === undefined) return undefined;
  const continued = resumeHistory(
    stored.state,
    stored.graph,
    (snapshot): Service => snapshotOf(database, { snapshot }),
  );
  for (const step of added) continued.take(plan.load(step));
  return continued.timeline();
}

/** The steps that came after a known history; undefined if it is not the beginning of this one. */
function stepsAfter(known: string, { steps, histories, origins }: HistoryPlan): readonly PlannedStep[] | undefined {
  // A change under a former name changes everything after it.
  if (originsIn(known) !== origins) return undefined;
  const main = histories.at(-1)?.steps ?? [];
  // The first step of a name is not continued: a rename begins with it, and the stored history may be another one.
  for (let count = 1; count <= mostContinued && count < main.length; count++) {
    const added = main.slice(-count);
    // A step beside the main line came between them.
    if (steps.at(-count)?.release.id !== added[0]?.release.id) return undefined;
    if (madeFromOf(steps.slice(0, -count), origins) === known) return added;
  }
  return undefined;
}

/** More new steps than this are not looked for: each costs a fingerprint, and most sources bring one. */
const mostContinued = 16;

/** The history of a service, made from all that is known of it. */
export function timelineOf(
  plan: Plan,
  service: string,
  releases: readonly Release[],
  { histories }: HistoryPlan,
): Timeline {
  let history = new ServiceHistory();
  const told: TimelineRelease[] = [];
  for (const { before, steps } of histories) {
    if (before !== undefined) {
      append(told, history.timeline().releases);
      history = new ServiceHistory();
      for (const step of before) history.take(plan.load(step));
      history.startTelling();
    }
    for (const step of steps) history.take(plan.load(step));
  }
  for (const { step, before } of plan.asideStepsOf(service, releases)) {
    const aside = new ServiceHistory();
    for (const one of before) aside.take(plan.load(one));
    aside.startTelling();
    aside.take(plan.load(step));
    append(told, aside.timeline().releases);
  }
  const timeline = history.timeline();
  return { ...timeline, releases: [...told, ...timeline.releases] };
}
