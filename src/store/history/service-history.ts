/** The history of one service, release by release, made from all its sources. A pure function of its inputs. */
import { compareServices, judgeStated } from '../../diff/index.ts';
import { append, type Change, type Operation, type Service, type StatedChange } from '../../model/index.ts';
import { GrowingGraph } from '../since/growing-graph.ts';
import type { Mark } from '../since/mark.ts';
import { emptyGraph, type Shown, type SinceGraph } from '../since/since-graph.ts';
import type { Release, ServiceRelease } from '../types.ts';
import { compareDescriptions, type Described } from './compare-descriptions.ts';
import { compareWithKnown } from './compare-with-known.ts';
import { type CurrentOperation, carriedOver } from './current-operation.ts';
import { lastChanges, renamedTo } from './history-end.ts';
import { isKnown, sortedChanges } from './known-changes.ts';
import { LastUnchanged } from './last-unchanged.ts';
import { type ReleaseStep, richestFirst, type SourceSnapshot, sourceOf, statesAdded } from './source-snapshots.ts';
import { unmovedSince } from './unmoved.ts';

export interface TimelineRelease {
  readonly release: Release;
  readonly status: ServiceRelease['status'];
  readonly changes: readonly Change[];
  /** Changed descriptions; most releases of most services change some, and nothing else. */
  readonly documentation: Described | null;
  readonly sources: readonly string[];
}

/** The marks for the new parts of a release, and how much the release shows (`Shown`). */
type Marks = Pick<Shown, 'fresh' | 'unsure' | 'surelyNew' | 'whole'>;

export interface Timeline {
  readonly releases: readonly TimelineRelease[];
  readonly operations: ReadonlyMap<string, CurrentOperation>;
  /** The snapshot that gives the service's own texts, waiters and paginators. */
  readonly head: SourceSnapshot | undefined;
  readonly headRelease: string | null;
  readonly removedIn: string | null;
  readonly graph: SinceGraph;
  /** Mark of the service itself, as in the graph. */
  readonly since: Mark | null;
  /** Whether all states after the last one that was read were unreadable. */
  readonly isBlind: boolean;
}

/** Takes the steps one after the other; its state can be stored, and resumed later. */
export class ServiceHistory {
  readonly #releases: TimelineRelease[] = [];
  readonly #operations = new Map<string, CurrentOperation>();
  /** The snapshots that current operations belong to, by hash. */
  readonly #services = new Map<string, Service>();
  #head: SourceSnapshot | undefined;
  readonly #unchanged = new LastUnchanged();
  #headRelease: string | null = null;
  #removedIn: string | null = null;
  #graph = new GrowingGraph(emptyGraph);
  #since: Mark | null = null;
  /** Whether an earlier release showed every service, but not this one. */
  #sureAbsent = false;
  /** Whether the graph last grew by a whole state that follows another one. */
  #isGrown = false;
  /** Whether states after the last one were unreadable: what is new now may be older. */
  #isBlind = false;

  /**
   * Continues a history from the result of `timeline()`; `services` are the snapshots that its operations belong to.
   */
  static resume(before: Omit<Timeline, 'releases'>, services: ReadonlyMap<string, Service>): ServiceHistory {
    const history = new ServiceHistory();
    for (const [name, operation] of before.operations) history.#operations.set(name, operation);
    for (const [snapshot, service] of services) history.#services.set(snapshot, service);
    history.#head = before.head;
    history.#headRelease = before.headRelease;
    history.#removedIn = before.removedIn;
    history.#graph = new GrowingGraph(before.graph);
    history.#since = before.since;
    history.#sureAbsent = before.removedIn !== null;
    history.#isBlind = before.isBlind;
    return history;
  }

  take(step: ReleaseStep): void {
    if (step.presence.kind === 'unread') {
      this.#isBlind = true;
      return;
    }
    if (step.views.length === 0) {
      const isRemoved = step.complete || step.presence.kind === 'removed' || renamedTo(step) !== undefined;
      if (this.#since === null) this.#sureAbsent ||= isRemoved;
      else if (isRemoved && this.#removedIn === null) this.#remove(step.release, renamedTo(step));
      if (isRemoved) this.#isBlind = false;
      return;
    }
    const unsure = step.unsure || this.#isBlind;
    this.#isBlind = false;
    if (step.presence.kind === 'added') this.#sureAbsent = true;
    const views = [...step.views].sort(richestFirst);
    if (this.#removedIn !== null) {
      // A service that comes back is new: its earlier time is already recorded, and counts no more.
      this.#graph = new GrowingGraph(emptyGraph);
      this.#since = null;
    }
    const isNew = this.#since === null;
    // A page with stated changes is about something that existed before, whether it was seen or not.
    const unseen = views.some(({ stated }) => stated !== null && stated.length > 0) ? 'changed' : 'first';
    // A service that was not seen just before is not necessarily new; one that was known to be removed is.
    const isAdded = (this.#sureAbsent && !unsure) || this.#removedIn !== null || views.some(statesAdded);
    const status = !isNew ? 'changed' : isAdded ? 'added' : unseen;
    const changes: Change[] = [];
    const documentation =
      isNew || views[0]?.stated !== null
        ? null
        : compareDescriptions(views[0], this.#operations, this.#services, this.#unchanged);
    let taken = false;
    for (const view of views) {
      if (view.stated === null)
        append(changes, this.#takeState(step.release, view, { isNew, status, also: taken, unsure }));
      else append(changes, this.#takePage(step.release, view, taken, changes));
      taken = true;
    }
    this.#removedIn = null;
    this.#since ??= { release: step.release.id, orEarlier: status !== 'added' || unsure };
    const sources = [...new Set(views.map(sourceOf))];
    if (changes.length > 0 || documentation !== null || status !== 'changed')
      this.#releases.push({ release: step.release, status, changes: sortedChanges(changes), documentation, sources });
  }

  /** Forgets the releases so far: they are recorded under the name that the service had then. */
  startTelling(): void {
    this.#releases.length = 0;
  }

  timeline(): Timeline {
    return {
      releases: this.#releases,
      operations: this.#operations,
      head: this.#head,
      headRelease: this.#headRelease,
      removedIn: this.#removedIn,
      graph: this.#graph.graph(),
      since: this.#since,
      isBlind: this.#isBlind,
    };
  }

  /**
   * A snapshot that is a state: documentation or a model. `also`: a richer snapshot of the same release was taken
   * before.
   */
  #takeState(
    release: Release,
    view: SourceSnapshot,
    {
      isNew,
      status,
      also,
      unsure,
    }: {
      readonly isNew: boolean;
      readonly status: ServiceRelease['status'];
      readonly also: boolean;
      readonly unsure: boolean;
    },
  ): Change[] {
    const changes =
      isNew && !also
        ? status === 'added'
          ? [...(compareServices(undefined, view.service)?.changes ?? [])]
          : []
        : compareWithKnown(view, {
            ...{ also, release: release.id, head: this.#head },
            operations: this.#operations,
            services: this.#services,
            version: release.version,
            between: (shapes) => this.#unchanged.between(shapes),
          });
    const whole = view.service.facts.includes('all-operations');
    const operations = also
      ? view.service.operations.filter(({ name }) => this.#operations.get(name)?.asOf !== release.id)
      : view.service.operations;
    const sure =
      status === 'added' && isNew ? true : this.#head?.service.facts.includes('all-operations') === true && !isNew;
    // Many releases only change words: the graph has just grown to this form, and would not change again.
    const isGrown = this.#isGrown && !isNew && whole && !also && this.#isAsShown(view);
    if (!isGrown)
      this.#grow(view, operations, {
        fresh: { release: release.id, orEarlier: unsure },
        unsure: { release: release.id, orEarlier: !isNew || status !== 'added' || unsure },
        surelyNew: sure,
        whole: whole && !also,
      });
    this.#isGrown = !isNew && sure && whole && !also;
    if (whole && !also)
      for (const [name, current] of this.#operations)
        if (current.removedIn === null && !operations.some((one) => one.name === name))
          this.#operations.set(name, { ...current, removedIn: release.id });
    this.#show(release, view, operations);
    if (this.#head === undefined || !also) {
      this.#head = view;
      this.#headRelease = release.id;
    }
    return changes;
  }

  /** A changelog page: its stated changes are the changes, and its operations are the current ones. */
  #takePage(release: Release, view: SourceSnapshot, also: boolean, known: readonly Change[]): Change[] {
    const stated = view.stated ?? [];
    const judged = judgeStated(view.service, stated).changes.changes;
    if (also)
      return judged
        .filter((change) => !known.some((other) => other.key === change.key))
        .filter((change) => !isKnown(change, known));
    const mark = { release: release.id, orEarlier: true };
    this.#grow(view, view.service.operations, {
      fresh: mark,
      unsure: mark,
      surelyNew: false,
      whole: false,
    });
    for (const change of stated) this.#markStated(change, { release: release.id, orEarlier: false });
    this.#show(release, view, view.service.operations);
    if (this.#head === undefined) {
      this.#head = view;
      this.#headRelease = release.id;
    }
    return [...judged];
  }

  #markStated(change: StatedChange, mark: Mark): void {
    const { kind, operation, direction, path } = change;
    if (operation === null) return;
    if (kind === 'operation-added') {
      if (this.#graph.has(operation)) this.#graph.markOperation(operation, mark);
    } else if (direction !== null)
      this.#graph.remark(
        { operation, direction, path, value: kind === 'enum-value-added' ? change.value : undefined },
        mark,
      );
  }

  #grow(view: SourceSnapshot, operations: readonly Operation[], marks: Marks): void {
    const { shapes, facts } = view.service;
    const shown = { operations, shapes, seesKeys: facts.includes('key-types'), ...marks };
    // The graph need not grow again if this state is equal to the whole state before.
    this.#graph.grow(
      shown,
      this.#isGrown && marks.whole ? unmovedSince(this.#head?.service, view.service, this.#unchanged) : undefined,
    );
  }

  /** Whether the last state has the same operations and shapes, and shows as much of them. */
  #isAsShown({ service }: SourceSnapshot): boolean {
    const before = this.#head?.service;
    if (before === undefined || before.operations.length !== service.operations.length) return false;
    if (before.facts.includes('key-types') !== service.facts.includes('key-types')) return false;
    const unchanged = this.#unchanged.between({ before: before.shapes, after: service.shapes });
    return service.operations.every((operation, at) => {
      const was = before.operations[at] as Operation;
      const current = this.#operations.get(operation.name);
      return current?.snapshot === this.#head?.snapshot && unchanged.hasOperation(was, operation, false);
    });
  }

  #show(release: Release, view: SourceSnapshot, operations: readonly Operation[]): void {
    this.#services.set(view.snapshot, view.service);
    for (const operation of operations) {
      const before = this.#operations.get(operation.name);
      const carried = carriedOver(before, operation);
      this.#operations.set(operation.name, {
        operation,
        snapshot: view.snapshot,
        asOf: release.id,
        source: sourceOf(view),
        removedIn: null,
        ...(carried === undefined ? {} : { carried }),
      });
    }
    this.#forget();
  }

  /** Drops states without current operations: a long history would otherwise fill the memory. */
  #forget(): void {
    const used = new Set([...this.#operations.values()].map(({ snapshot }) => snapshot));
    for (const snapshot of this.#services.keys()) if (!used.has(snapshot)) this.#services.delete(snapshot);
  }

  #remove(release: Release, renamedTo: string | undefined): void {
    const head = this.#head;
    if (head === undefined) return;
    this.#removedIn = release.id;
    this.#releases.push({
      release,
      status: renamedTo === undefined ? 'removed' : 'renamed',
      changes: lastChanges(head.service, renamedTo),
      documentation: null,
      sources: [],
    });
    for (const [name, current] of this.#operations)
      if (current.removedIn === null) this.#operations.set(name, { ...current, removedIn: release.id });
    this.#sureAbsent = true;
  }
}
