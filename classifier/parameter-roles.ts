import type { ParameterFinding, ParameterRole } from '../domain/classification.ts';
import type { Parameter } from './reading/read-schema.ts';
import type { ToolReading } from './reading/read-tool.ts';

interface RoleRow {
  role: ParameterRole;
  /** Names without case and separators. */
  names: ReadonlySet<string>;
  types: readonly string[];
  /** Whether the tool gives the name this meaning; always where left out. */
  when?: (tool: ToolReading) => boolean;
}

const text = ['string', ''];
const number = ['number', 'integer', 'string', ''];

const roleRows: readonly RoleRow[] = [
  { role: 'sql', types: text, names: names('sql sqlquery querysql sqlstatement statement cypher aql cypherquery') },
  {
    role: 'sql',
    types: text,
    names: names('query statements queries'),
    when: (tool) => speaksOf(tool, 'sql cypher aql') || tool.server.topics.has('database'),
  },
  { role: 'command', types: text, names: names('command cmd commands commandline shellcommand bash shell') },
  {
    role: 'code',
    types: text,
    names: names(
      'javascript js python script sourcecode codesnippet expression function jscode pythoncode scriptcontent',
    ),
  },
  {
    role: 'code',
    types: text,
    names: names('code'),
    when: (tool) => speaksOf(tool, 'code script run execute evaluate python javascript'),
  },
  {
    role: 'path',
    types: text,
    names: names(
      'path paths filepath filepaths file files directory dir folder folderpath localpath outputpath inputpath outputdir outputdirectory inputfile outputfile destinationpath sourcepath targetpath workspacepath repopath projectpath filename destination imagepath videopath audiopath absolutepath rootpath cwd workingdirectory workdir savepath',
    ),
  },
  {
    role: 'url',
    types: text,
    names: names(
      'url urls uri link href webhook webhookurl callbackurl endpoint endpointurl baseurl imageurl videourl fileurl siteurl pageurl targeturl website redirecturl sourceurl feedurl',
    ),
  },
  {
    role: 'host',
    types: text,
    names: names('host hostname server ip ipaddress domain targethost address:ip proxy serverurl'),
  },
  {
    role: 'amount',
    types: number,
    names: names(
      'amount quantity qty amountin amountout value price limitprice total volume size notional lamports wei shares budget',
    ),
    when: (tool) =>
      tool.server.topics.has('wallet') ||
      speaksOf(
        tool,
        'pay charge refund transfer order trade buy sell swap stake payment invoice send withdraw deposit mint',
      ),
  },
  { role: 'amount', types: number, names: names('amount') },
  {
    role: 'recipient',
    types: text,
    names: names(
      'to recipient recipients cc bcc receiver toaddress recipientaddress toemail phonenumber phone tonumber destinationaddress payee chatid recipientid touserid toaccount',
    ),
  },
  {
    role: 'branch',
    types: text,
    names: names('branch branchname targetbranch basebranch ref sourcebranch headbranch newbranch defaultbranch'),
  },
  {
    role: 'force',
    types: ['boolean', ''],
    names: names(
      'force recursive overwrite all hard permanent permanently hardforce skipconfirmation yes noverify cascade purge deleteall forcedelete harddelete ignorewarnings unsafe autoapprove',
    ),
  },
  {
    role: 'batch-size',
    types: ['number', 'integer'],
    names: names(
      'limit count pagesize perpage maxresults batchsize topk maxitems numresults size max top first maxcount maxrecords',
    ),
  },
];

const maxFindings = 200;

/** The parameters that a policy can rule on, in the order of the schema; at most one role each. */
export function findParameterRoles(tool: ToolReading): ParameterFinding[] {
  const findings: ParameterFinding[] = [];
  for (const parameter of tool.parameters) {
    const role = roleOf(parameter, tool);
    if (role) findings.push({ pointer: parameter.pointer, role });
    if (findings.length === maxFindings) break;
  }
  return findings;
}

function roleOf(parameter: Parameter, tool: ToolReading): ParameterRole | undefined {
  const name = parameter.words.map((word) => word.word).join('');
  const types = parameter.types.length === 0 ? [''] : parameter.types;
  return roleRows.find(
    (row) => row.names.has(name) && types.some((type) => row.types.includes(type)) && (row.when?.(tool) ?? true),
  )?.role;
}

function speaksOf(tool: ToolReading, list: string): boolean {
  return list.split(' ').some((word) => tool.topicWords.has(word));
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
