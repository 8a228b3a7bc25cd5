/**
 * Every way a call can be refused. `message` in a reply is for the person and in Chinese; what the log needs stays
 * in the log. The table is exhaustive: a new code does not compile without its status and its words.
 */
export type ErrorCode =
  | 'not_json'
  | 'too_large'
  | 'method_not_allowed'
  | 'unknown_action'
  | 'invalid_input'
  | 'key_required'
  | 'key_reused'
  | 'not_signed_in'
  | 'session_expired'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'campaign_mismatch'
  | 'campaign_closed'
  | 'contest_not_open'
  | 'no_attempts_left'
  | 'attempt_closed'
  | 'too_many_tries'
  | 'sign_in_failed'
  | 'unavailable'
  | 'internal';

interface ErrorKind {
  readonly status: number;
  readonly message: string;
}

export const errorKinds = {
  not_json: { status: 400, message: '请求的内容不是有效的 JSON，请更新到最新版本后重试。' },
  too_large: { status: 413, message: '内容过长，请精简后重新提交。' },
  method_not_allowed: { status: 405, message: '请使用 POST 方式提交。' },
  unknown_action: { status: 404, message: '没有这项功能，请更新到最新版本后重试。' },
  invalid_input: { status: 422, message: '有内容需要修改，请查看标出的各项。' },
  key_required: { status: 400, message: '缺少防重复提交的编号，请更新到最新版本后重试。' },
  key_reused: { status: 409, message: '内容已有改动，请返回页面后重新提交。' },
  not_signed_in: { status: 401, message: '请先登录，再继续操作。' },
  session_expired: { status: 401, message: '登录已过期，请重新登录。' },
  forbidden: { status: 403, message: '当前身份不能进行这项操作。' },
  not_found: { status: 404, message: '没有找到您要看的内容。' },
  conflict: { status: 409, message: '这项内容刚刚有了变化，请刷新后再操作。' },
  campaign_mismatch: { status: 409, message: '这份草稿属于另一届活动，请重新打开页面填写。' },
  campaign_closed: { status: 409, message: '本届活动不在受理期内，暂时不能提交。' },
  contest_not_open: { status: 409, message: '现在不在竞赛时间内，暂时不能答题。' },
  no_attempts_left: { status: 409, message: '答题次数已经用完。' },
  attempt_closed: { status: 409, message: '这份答卷已经交卷，不能再修改答案。' },
  too_many_tries: { status: 429, message: '尝试次数过多，请一小时后再试。' },
  sign_in_failed: { status: 401, message: '登录没有成功，请重试。' },
  unavailable: { status: 503, message: '服务暂时繁忙，请稍后重试。' },
  internal: { status: 500, message: '服务出了问题，我们会尽快处理，请稍后重试。' },
} as const satisfies Record<ErrorCode, ErrorKind>;

/** Messages by field; a nested field is named by its path, as `preferredDates.0`. */
export type FieldErrors = Readonly<Record<string, string>>;

export interface ErrorReply {
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly fields?: FieldErrors };
}

export interface DataReply<Data> {
  readonly ok: true;
  readonly data: Data;
}

export type Reply<Data> = DataReply<Data> | ErrorReply;
