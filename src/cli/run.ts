/** Reads the command line and runs its command. The code of a command is loaded only when the command runs. */
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { collectHost, namedBy, parseCount, parsePath, parsePort } from './arguments.ts';
import { parseFormats } from './formats/parse-formats.ts';
import { exitCodes, type Io } from './io.ts';
import {
  asOption,
  audienceOption,
  baseOption,
  collect,
  comparing,
  completeOption,
  configOption,
  dateOption,
  failOnOption,
  formatOption,
  noSyntaxOption,
  outOption,
  serviceOption,
  servicesOption,
  severityOption,
  storeOption,
  syntaxOption,
  versionArgument,
  versionOption,
  withServices,
} from './options.ts';
import { parseReport, parseSite } from './site/address.ts';

/** Runs one command and gives its exit code. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.done;
  const program = makeProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version are not errors. All other exits of commander are bad usage, and it has printed the message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.bad;
    const { explain } = await import('./explain.ts');
    io.stderr.write(`${explain(error)}\n`);
    return exitCodes.bad;
  }
}

function makeProgram(io: Io, done: (code: number) => void): Command {
  const program = new Command('apidelta')
    .description('What changed in the API, field by field, and what does it look like now?')
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('Use --help to see what there is.')
    // Before a command runs, but not for help. If no more files can be opened, the sentence about it could not be
    // loaded later.
    .hook('preAction', async () => void (await import('./explain.ts')))
    .addHelpText('after', sourcesHelp);

  program
    .command('build')
    .description('build the site: from sources, or from the store')
    .option(
      '--from <source...>',
      'build from these sources alone (default: the store, or content/ where the store is empty)',
    )
    .addOption(outOption())
    .option(
      '--site <url>',
      'address of the site, as https://docs.example.org, for feeds and canonical links; a path in it is the base, and --base must then be the same or absent',
      parseSite,
    )
    .addOption(baseOption())
    .option('--headers', 'also write a _headers file, for hosts of static sites that read one')
    .option(
      '--report <url>',
      'where readers say that something is wrong, linked on every page; {page} in it stands for the address of the page',
      parseReport,
    )
    .option('--no-twins', 'leave out the twins of pages in Markdown')
    .option('--precompress', 'also write .br and .gz beside the files, for servers that send these')
    .option('--workers <number>', 'how many threads make pages, 1 to 64 (default: one for each core)', parseCount)
    .option(
      '--shard <part>',
      'make only a part of the site, as 2/4; auto takes the numbers of the engine (Slurm, Kubernetes, AWS Batch, GitLab, GitHub); merge puts the parts together',
    )
    .option(
      '--verify',
      'write nothing: make all pages, print the files of the site that would be other ones, and end with 1 where there is one',
    )
    .addOption(storeOption())
    .addOption(asOption())
    .addOption(dateOption())
    .addOption(completeOption())
    .action(async (options) => done(await (await import('./commands/build.ts')).build(options, io)));

  program
    .command('merge')
    .description(
      'put the parts of a site together that build --shard made, or those of a store that ingest --shard made',
    )
    .argument('<part...>', 'the folders, or the stores, of all parts')
    .addOption(outOption())
    .addOption(new Option('--store <file>', 'the parts are stores: the new store that they become').conflicts('out'))
    .action(async (parts, options) =>
      done(
        options.store === undefined
          ? await (await import('./commands/merge.ts')).mergeCommand(parts, options, io)
          : await (await import('./commands/merge-stores.ts')).mergeStores(parts, options.store, io),
      ),
    );

  program
    .command('ingest')
    .description('read sources into the store; only what is new is kept')
    .argument('<source...>', 'what to take in')
    .addOption(storeOption())
    .addOption(asOption())
    .addOption(dateOption())
    .addOption(completeOption())
    .addOption(serviceOption())
    .addOption(servicesOption())
    .addOption(versionOption('--since', 'of a git repository: only releases from this version on, as 1.34.0', io))
    .addOption(versionOption('--until', 'of a git repository: only releases up to this version, as 1.43.67', io))
    .option('--tag-prefix <text>', 'of a git repository: what stands before the version in its tags, as release-')
    .option(
      '--replace',
      'of a git repository: take its history in place of the one in the store, where the history of the repository was rewritten',
    )
    .option(
      '--workers <number>',
      'of a git repository: how many services are read at once, 1 to 64 (default: 2)',
      parseCount,
    )
    .option(
      '--shard <part>',
      'of a git repository: only a part of the services, as 2/4, into a store of its own; auto takes the numbers of the engine; merge puts the parts together',
    )
    .action(async (sources, options) =>
      done(await (await import('./commands/ingest.ts')).ingestCommand(sources, withServices(options), io)),
    );

  program
    .command('parse')
    .description('print the normalized model of one source')
    .argument('<source>', 'what to parse')
    .addOption(
      new Option('--format <format>', 'what to print; only changelog pages have changes')
        .choices(parseFormats)
        .default('json'),
    )
    .addOption(serviceOption())
    .addOption(servicesOption())
    .option('--all-api-versions', 'print every API version of a service, not only the newest')
    .action(async (source, options) =>
      done(await (await import('./commands/parse.ts')).parseCommand(source, withServices(options), io)),
    );

  comparing(
    program
      .command('diff')
      .description('print the changes between two sources')
      .argument('[old]', 'the state before, needed unless --schema is given')
      .argument('[new]', 'the state after, needed unless --schema is given')
      .option('--schema', 'print the JSON Schema of --format json instead'),
  )
    .addOption(failOnOption())
    .action(async (before, after, options) =>
      done(await (await import('./commands/diff.ts')).diffCommand(before, after, options, io)),
    );

  comparing(
    program
      .command('check')
      .description('check an upgrade in CI: exit code 1 where something breaks callers')
      .argument('[old]', 'the state before, or a wheel; not needed where a version in use is named')
      .argument('[new]', 'the state after, or a wheel; not needed where a version in use is named')
      .option(
        '--requirements <file>',
        'requirements.txt, pyproject.toml, or a lock file of pip, uv, Poetry, PDM or Pipenv: botocore or boto3 in use',
        parsePath,
      )
      .addOption(
        versionOption('--from', 'the version of botocore in use, where no file says it, or a folder of wheels', io),
      )
      .addOption(versionOption('--to', 'the version to go to (default: the newest that is known)', io))
      .option('--git <clone>', 'compare releases of this clone of botocore instead of the store', parsePath)
      .option('--wheels <path...>', 'compare wheels of botocore, or those in a folder, instead of the store')
      .option(
        '--all-changes',
        'print every change whole, with its places (default: the worst, on 100 lines of 100 characters)',
      )
      .addOption(storeOption()),
  )
    .addOption(failOnOption('breaking'))
    .action(async (before, after, options) =>
      done(await (await import('./commands/check.ts')).checkCommand(before, after, options, io)),
    );

  program
    .command('log')
    .description('print the history of a service, operation or field')
    .argument('<thing>', '<service>[.<Operation>[.request|.response.<path>]]')
    .addOption(storeOption())
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(versionOption('--since', 'only changes from this version on', io))
    .option('--docs', 'changed descriptions too')
    .option('--syntax', 'the request or response around each change as a small diff')
    .action(async (thing, options) => done(await (await import('./commands/log.ts')).logCommand(thing, options, io)));

  program
    .command('show')
    .description('print an operation: request, response and errors, as it is or as it was in a version')
    .argument('<operation>', '<service>.<Operation>', namedBy('<operation>', 'operation'))
    .addOption(storeOption())
    .addOption(versionOption('--as-of', 'as it was in this version (default: the newest that is known)', io))
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (name, options) => done(await (await import('./commands/show.ts')).showCommand(name, options, io)));

  program
    .command('find')
    .description('find a name: operations, fields, values and shapes, and since when they exist')
    .argument(
      '<name...>',
      'the name; case means nothing; a service may stand before it, as s3.PutObject or s3 put_object',
    )
    .addOption(storeOption())
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (words, options) => done(await (await import('./commands/find.ts')).findCommand(words, options, io)));

  program
    .command('between')
    .description('print the net changes of a service between two versions in the store')
    .argument('<service>', 'the service', namedBy('<service>', 'service'))
    .addArgument(versionArgument('from', 'the version before', io))
    .addArgument(versionArgument('to', 'the version after', io))
    .addOption(storeOption())
    .addOption(formatOption())
    .option('--operation <name>', 'only this operation (may be given several times)', collect)
    .option('--kind <kind>', 'only changes of this kind (may be given several times)', collect)
    .addOption(severityOption())
    .addOption(audienceOption())
    .addOption(syntaxOption())
    .addOption(noSyntaxOption())
    .addOption(failOnOption())
    .addOption(configOption())
    .action(async (service, from, to, options) =>
      done(await (await import('./commands/between.ts')).betweenCommand(service, [from, to], options, io)),
    );

  program
    .command('doctor')
    .description('check the store for damage')
    .option(
      '--repair',
      'mend a damaged store: all that was made from the ingested sources is made again; nothing is changed where the sources in the store are damaged too',
    )
    .addOption(storeOption())
    .action(async (options) => done(await (await import('./commands/doctor.ts')).doctor(options, io)));

  program
    .command('rules')
    .description('every kind of change, with its severity')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (options) => done(await (await import('./commands/rules.ts')).rulesCommand(options, io)));

  program
    .command('serve')
    .description('the built site on localhost')
    .addOption(outOption())
    .option('--port <number>', 'port; the next free one where it is taken', parsePort, 4321)
    .addOption(baseOption())
    .option('--allow-host <name>', 'answer requests for this host too; may be given several times', collectHost)
    .option('--watch', 'make the pages when they are asked for, and again when sources or code change')
    .option(
      '--from <source...>',
      'with --watch: make the pages of these sources (default: the store, or content/ where there is no store)',
    )
    .addOption(storeOption())
    .action(async (options) => done(await (await import('./commands/serve.ts')).serve(options, io)));

  return program;
}

const sourcesHelp = `
A <source> is a path (file, folder, archive, archive:member), or git:<repository>@<tag>, or git:<repository>@<tag>..<tag>.
ingest and build also take git:<repository>, and walk all of its releases.
Data goes to stdout, everything else to stderr.
Exit codes: 0 done; 1 check or --fail-on found what it was told to fail on, doctor found damage,
or build --verify found files that would be other ones;
2 bad usage, unreadable input, nothing that could be compared, or input that is too deep to be compared.`;
