/** Made-up rows of the formats of event data, to be changed by tests. */

export const ICEWS_HEADER = [
  ...[
    'Event ID',
    'Event Date',
    'Source Name',
    'Source Sectors',
    'Source Country',
    'Event Text',
    'CAMEO Code',
  ],
  ...[
    'Intensity',
    'Target Name',
    'Target Sectors',
    'Target Country',
    'Story ID',
    'Sentence Number',
    'Publisher',
  ],
  ...['City', 'District', 'Province', 'Country', 'Latitude', 'Longitude'],
];

export function icewsRow(fields: Readonly<Record<string, string>> = {}): string {
  const row: Record<string, string> = {
    'Event ID': '1001',
    'Event Date': '2020-09-01',
    'Source Name': 'Foreign Affairs (Ruritania)',
    'Source Sectors': 'Foreign Ministry,Government',
    'Source Country': 'Ruritania',
    'Event Text': 'Accuse',
    'CAMEO Code': '112',
    Intensity: '-2',
    'Target Name': 'Iran',
    'Target Sectors': 'NA',
    'Target Country': 'Iran',
    'Story ID': '77',
    'Sentence Number': '2',
    Publisher: 'Strelsau Gazette',
    City: 'Strelsau',
    District: 'NA',
    Province: 'Strelsau',
    Country: 'Ruritania',
    Latitude: '48.1',
    Longitude: '16.2',
    ...fields,
  };
  return ICEWS_HEADER.map((column) => row[column]).join('\t');
}

const GDELT_ACTOR = ['Code', 'Name', 'CountryCode', 'Type1Code'] as const;
const GDELT_PLACES: Readonly<Record<string, number>> = {
  GLOBALEVENTID: 0,
  SQLDATE: 1,
  ...Object.fromEntries(
    GDELT_ACTOR.flatMap((name, i) => [
      [`Actor1${name}`, 5 + (i === 3 ? 7 : i)],
      [`Actor2${name}`, 15 + (i === 3 ? 7 : i)],
    ]),
  ),
  EventCode: 26,
  GoldsteinScale: 30,
  ActionGeo_FullName: 52,
  ActionGeo_Lat: 56,
  DATEADDED: 59,
  SOURCEURL: 60,
};

export function gdeltRow(fields: Readonly<Record<string, string>> = {}): string {
  const row = {
    GLOBALEVENTID: '900000001',
    SQLDATE: '20200901',
    Actor1Code: 'IRN',
    Actor1Name: 'TEHRAN',
    Actor1CountryCode: 'IRN',
    Actor2Code: 'USAGOV',
    Actor2Name: 'UNITED STATES',
    Actor2CountryCode: 'USA',
    Actor2Type1Code: 'GOV',
    EventCode: '036',
    GoldsteinScale: '4.0',
    ActionGeo_FullName: 'Vienna, Wien, Austria',
    ActionGeo_Lat: '48.2',
    DATEADDED: '20200901120000',
    SOURCEURL: 'https://www.example.org/talks',
    ...fields,
  };
  const values = Array.from({ length: 61 }, () => '');
  for (const [name, value] of Object.entries(row)) values[GDELT_PLACES[name] ?? -1] = value;
  return values.join('\t');
}

export const POLECAT_HEADER = [
  ...[
    'Event ID',
    'Event Date',
    'Event Type',
    'Event Mode',
    'Intensity',
    'Quad Code',
    'Contexts',
    'Actor Name',
  ],
  ...['Actor Country', 'Actor COW', 'Primary Actor Sector', 'Actor Sectors', 'Actor Title', 'Actor Name Raw'],
  ...[
    'Wikipedia Actor ID',
    'Recipient Name',
    'Recipient Country',
    'Recipient COW',
    'Primary Recipient Sector',
  ],
  ...[
    'Recipient Sectors',
    'Recipient Title',
    'Recipient Name Raw',
    'Wikipedia Recipient ID',
    'Placename',
    'City',
  ],
  ...[
    'District',
    'Province',
    'Country',
    'Latitude',
    'Longitude',
    'GeoNames ID',
    'Raw Placename',
    'Feature Type',
  ],
  ...[
    'Source',
    'Publication Date',
    'Story People',
    'Story Organizations',
    'Story Locations',
    'Language',
    'Version',
  ],
];

export function polecatRow(fields: Readonly<Record<string, string>> = {}): string {
  const row: Record<string, string> = {
    'Event ID': 'RUR_20200901_17',
    'Event Date': '2020-09-01',
    'Event Type': 'CONSULT',
    'Event Mode': 'visit',
    Intensity: '1.5',
    Contexts: 'diplomatic;military',
    'Actor Name': 'France; Ann Lee',
    'Actor Country': 'FRA; FRA',
    'Recipient Name': 'Iran',
    'Recipient Country': 'IRN',
    Source: 'Strelsau Gazette',
    'Publication Date': '2020-09-02',
    Language: 'EN',
    City: 'Vienna',
    Country: 'Austria',
    ...fields,
  };
  return POLECAT_HEADER.map((column) => row[column] ?? '').join('\t');
}

export const UNSC_HEADER =
  'undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,vote_note,modality,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link';

export function unscRow(
  code: string,
  name: string,
  vote: string,
  fields: { totals?: string; id?: string } = {},
): string {
  const { totals = '2,0,1,0,3', id = '4055001' } = fields;
  return `${id},${code},${name},False,${vote},2020-08-14,S/RES/9001(2020),S/2020/1,S/PV.1,"Resolution 9001 (2020) [on ""talks"",\nand more]",TALKS,,,Vote,${totals},https://digitallibrary.un.org/record/${id}`;
}
