import type { RawMailFolder, StoredMail } from "../raw-mails.ts";
import type { Answer, Request } from "../server.ts";
import { AwsError, asAwsError, unknownAction } from "./aws-error.ts";
import { escape, xml } from "./query.ts";

const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

/** As many as S3 itself gives at once. */
const mostKeys = 1000;

/** S3 as far as Kept and a person with the AWS CLI look at raw mails: what there is, and one of them. Nothing is written, and one can be deleted. */
export const s3Endpoint = (buckets: readonly string[], rawMails: () => RawMailFolder) => {
  const answer = (request: Request): Answer => {
    const [bucket = "", ...rest] = request.path.slice(1).split("/").map(decodeURIComponent);
    const key = rest.join("/");
    if (!["GET", "HEAD", "DELETE"].includes(request.method)) throw unknownAction("s3", request.method);
    if (bucket === "")
      return listed("ListAllMyBucketsResult", `<Buckets>${buckets.map(named).join("")}</Buckets>`);
    if (!buckets.includes(bucket)) throw new AwsError("NoSuchBucket", "The bucket does not exist.", 404);
    if (request.method === "DELETE") return erase(bucket, key, rawMails());
    return key === "" ? listObjects(request, bucket, rawMails()) : object(request, bucket, key, rawMails());
  };
  return async (request: Request): Promise<Answer> => {
    try {
      return answer(request);
    } catch (error) {
      const { code, message, status } = asAwsError(error);
      return xml(status, `<Error><Code>${escape(code)}</Code><Message>${escape(message)}</Message></Error>`);
    }
  };
};

/** Clients want a date; the local world keeps none, so it is that of the interface. */
const named = (bucket: string): string =>
  `<Bucket><Name>${escape(bucket)}</Name><CreationDate>2006-03-01T00:00:00.000Z</CreationDate></Bucket>`;

/** The same whether it was there or not. */
const erase = (bucket: string, key: string, rawMails: RawMailFolder): Answer => {
  if (key === "") throw unknownAction("s3", "DeleteBucket");
  rawMails.erase(bucket, key);
  return { status: 204, headers: {}, body: "" };
};

const object = (request: Request, bucket: string, key: string, rawMails: RawMailFolder): Answer => {
  const stored = rawMails.find(bucket, key);
  if (stored === undefined) throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
  const common = {
    "content-type": "application/octet-stream",
    "last-modified": new Date(stored.storedAt).toUTCString(),
    "accept-ranges": "bytes",
  };
  if (request.method === "HEAD")
    return { status: 200, headers: { ...common, "content-length": String(stored.size) } };
  return piece(rawMails.read(bucket, key) ?? Buffer.alloc(0), String(request.headers.range ?? ""), common);
};

const piece = (whole: Buffer, asked: string, common: Readonly<Record<string, string>>): Answer => {
  const range = rangeIn(asked, whole.length);
  const body = range === undefined ? whole : whole.subarray(range.from, range.to + 1);
  const headers = { ...common, "content-length": String(body.length) };
  if (range === undefined) return { status: 200, headers, body };
  const contentRange = `bytes ${range.from}-${range.to}/${whole.length}`;
  return { status: 206, headers: { ...headers, "content-range": contentRange }, body };
};

/** The CLI fetches large objects in pieces. */
const rangeIn = (given: string, size: number): { from: number; to: number } | undefined => {
  const match = /^bytes=(\d+)-(\d*)$/.exec(given);
  if (match === null) return undefined;
  const to = match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  return { from: Number(match[1]), to };
};

const listObjects = ({ query }: Request, bucket: string, rawMails: RawMailFolder): Answer => {
  const prefix = query.get("prefix") ?? "";
  const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
  const limit = Math.min(Number(query.get("max-keys") ?? mostKeys), mostKeys);
  const found = rawMails.list(bucket).filter(({ key }) => key.startsWith(prefix) && key > after);
  const page = found.slice(0, limit);
  const truncated = found.length > page.length;
  return listed(
    "ListBucketResult",
    [
      `<Name>${escape(bucket)}</Name><Prefix>${escape(prefix)}</Prefix>`,
      `<KeyCount>${page.length}</KeyCount><MaxKeys>${limit}</MaxKeys><IsTruncated>${truncated}</IsTruncated>`,
      truncated ? `<NextContinuationToken>${escape(page.at(-1)?.key ?? "")}</NextContinuationToken>` : "",
      ...page.map(contents),
    ].join(""),
  );
};

const contents = ({ key, size, storedAt }: StoredMail): string =>
  `<Contents><Key>${escape(key)}</Key><LastModified>${storedAt}</LastModified><Size>${size}</Size>` +
  "<StorageClass>STANDARD</StorageClass></Contents>";

const listed = (name: string, inner: string): Answer =>
  xml(200, `<${name} xmlns="${namespace}">${inner}</${name}>`);
