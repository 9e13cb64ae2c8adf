import type { Words } from '@causeway/shared/words/words'

export const UI_WORDS = {
  asOf: { zh: '（截至{day}）', en: ' (as of {day})' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  retry: { zh: '重试', en: 'Try again' },
  unreachable: { zh: '无法连接服务器', en: 'The server cannot be reached' },
  unreachableText: {
    zh: '请检查网络后重试。已显示的内容不受影响。',
    en: 'Check the connection and try again. What is already shown stays as it was.',
  },
  broken: { zh: '出错了', en: 'Something went wrong' },
  brokenText: {
    zh: '不是您的操作有误。如需协助，请把请求编号告知系统管理员。',
    en: 'This is not your doing. If you ask for help, give the request number to anyone who runs this system.',
  },
  notFetched: { zh: '这部分未能载入', en: 'This part could not be loaded' },
  notFetchedText: {
    zh: '可能是网络不稳定，或网站刚刚更新过。',
    en: 'The connection may have failed, or the site has been renewed since you opened it.',
  },
  reload: { zh: '重新载入页面', en: 'Load the page again' },
  requestId: { zh: '请求编号', en: 'Request number' },
  question: { zh: '这样查不到数', en: 'There is no figure for this' },
  signInNeeded: { zh: '需要登录', en: 'Signing in is needed' },
  signInText: { zh: '这部分内容只对有访问令牌的人员开放。', en: 'This part is open to people with an access token.' },
  signIn: { zh: '登录', en: 'Sign in' },
  cancel: { zh: '取消', en: 'Cancel' },
  copied: { zh: '已复制', en: 'Copied' },
  copyFailed: { zh: '复制失败，请手动选取', en: 'Could not copy: select the text by hand' },
  demonstration: {
    zh: '演示院校：本页全部记录均为虚构',
    en: 'Demonstration college: every record on this page is invented',
  },
} satisfies Record<string, Words>
