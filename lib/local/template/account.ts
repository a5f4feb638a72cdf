/** Where the local world pretends to be; the contract of the AWS endpoint names these two. */
export const region = "eu-west-1";
export const account = "000000000000";

export const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

export const pseudoParameters: Readonly<Record<string, string>> = {
  "AWS::Partition": "aws",
  "AWS::Region": region,
  "AWS::AccountId": account,
  "AWS::URLSuffix": "amazonaws.com",
};

/** A function's plain name, from a name, an ARN (qualified or not) or an API Gateway integration URI. */
export const functionName = (reference: string): string =>
  /:function:([\w-]+)/.exec(reference)?.[1] ?? reference;
