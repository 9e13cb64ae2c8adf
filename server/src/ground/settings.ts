import type { Words } from '@causeway/shared/words/words'

interface Setting {
  name: string
  standard: string
  words: Words
}

function setting(name: string, standard: string, words: Words): Setting {
  return { name, standard, words }
}

/** Every setting, in the order in which they are documented. */
export const SETTINGS: readonly Setting[] = [
  setting('DATABASE_URL', 'file:data/causeway.db', {
    zh: '数据库：`file:路径`（SQLite，相对路径从项目目录算起）或 `postgres://…`',
    en: 'the database: `file:PATH` (SQLite; a relative path begins at the project) or `postgres://…`',
  }),
  setting('PORT', '4000', {
    zh: '监听端口；0 为任一空闲端口',
    en: 'port to listen on; 0: any free one',
  }),
  setting('HOST', '127.0.0.1', {
    zh: '监听地址',
    en: 'address to listen on',
  }),
  setting('CAUSEWAY_ADDRESS', '', {
    zh: '访问者打开本站所用的地址，如 https://zhishu.example.edu。指向本站的对外链接（聊天预览、oEmbed、工作簿）以此开头，且只有该地址的页面可以登录；以 https 开头时要求浏览器一直使用 https（HSTS）。留空则以请求的 Host 为准，X-Forwarded-Proto 为 https 时按 https。前面有代理改写或不限制 Host 时请设置',
    en: 'the address by which people reach the site, as https://zhishu.example.edu. Links from elsewhere (previews in chats, oEmbed, workbooks) begin with it, and only its own pages may sign in; where it is https, browsers are asked to stay with https (HSTS). Empty: what the Host header of a request says, by https where X-Forwarded-Proto says so. Set it where a proxy changes Host or lets a request choose it',
  }),
  setting('CAUSEWAY_PROXIES', '0', {
    zh: '前面有几层反向代理，0 至 9；据此从 X-Forwarded-For 取访问者地址，用于按地址的限制（登录失败、连接数、查询预算），HSTS 按 X-Forwarded-Proto',
    en: 'how many reverse proxies there are before it, 0 to 9: limits for each address (failed sign-ins, open connections, budget of questions) then take it from X-Forwarded-For, and HSTS goes by X-Forwarded-Proto',
  }),
  setting('CAUSEWAY_PUBLIC', 'on', {
    zh: '`off`：没有令牌不能读取任何数字',
    en: '`off`: no figure is read without a token',
  }),
  setting('CAUSEWAY_METRICS', 'on', {
    zh: '`off`：关闭 /metrics（运行统计）',
    en: '`off`: /metrics, the counts for those who run it, is not there',
  }),
  setting('CAUSEWAY_DEMO', 'on', {
    zh: '`off`：空数据库不装入演示院校',
    en: '`off`: an empty database is not filled with the demonstration college',
  }),
  setting('CAUSEWAY_SECRET_FILE', 'data/causeway.db.key', {
    zh: '个人标识散列密钥的文件；默认在 SQLite 文件旁，须另行保存，丢失无法补救',
    en: 'file of the key of personal hashes; by default beside the SQLite file. Keep a copy apart: nothing replaces it',
  }),
  setting('CAUSEWAY_INDICATORS', 'data/indicators', {
    zh: '本校自定指标的文件夹，一个 YAML 文件一个指标；可以没有',
    en: "folder of a college's own indicators, a YAML file each; there need be none",
  }),
  setting('CAUSEWAY_FORMS', 'data/forms', {
    zh: '本校报表定义的文件夹，一个 YAML 文件一张报表；与随附报表同名的以此为准；可以没有',
    en: 'folder of official tables as YAML, a file each; one with the id of a table that ships takes its place. There need be none',
  }),
  setting('CAUSEWAY_FIELDS', 'data/fields.yaml', {
    zh: '本校自定字段的文件（YAML），按台账类型列出；可以没有',
    en: "file of a college's own fields (YAML), by record type; there need be none",
  }),
  setting('CAUSEWAY_EVIDENCE', 'data/evidence', {
    zh: '佐证材料文件的文件夹；默认为 SQLite 文件旁的 evidence。备份包含其中的文件',
    en: 'folder of the files of evidence; by default `evidence` beside the SQLite file. A backup holds them',
  }),
  setting('CAUSEWAY_UPLOAD_MB', '64', {
    zh: '网页上传文件的上限，单位 MB，1 至 1024；命令行导入不受此限',
    en: 'what may be uploaded at once, in MB, 1 to 1024; imports by command have no such limit',
  }),
  setting('CAUSEWAY_THEME', 'data/theme.yaml', {
    zh: '本校名称、徽标、主题颜色和联系方式的文件（YAML 或 JSON）；颜色对比度在启动时检查；可以没有',
    en: "file of a college's name, logo, theme colours and contact (YAML or JSON), its contrast checked at the start; there need be none",
  }),
  setting('CAUSEWAY_TIME_ZONE', 'Asia/Shanghai', {
    zh: '时区，用于下载文件中的时间及发布与解禁时间',
    en: 'time zone, for the times in downloaded files and those of release and embargo',
  }),
]
