import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

type Result = APIGatewayProxyStructuredResultV2;

/** A problem gets a sentence for the customer, in the language that their browser asks for; anything else stays as it is. */
export const inCustomersWords = async (
  { headers }: APIGatewayProxyEventV2,
  result: Result,
): Promise<Result> => {
  if ((result.statusCode ?? 200) < 400 || result.body === undefined) return result;
  const { languageWanted, refusalIn } = await import("#core/message/refusal.ts");
  const problem = JSON.parse(result.body) as { readonly code: string };
  const message = refusalIn(languageWanted(headers["accept-language"]), problem.code);
  return message === undefined ? result : { ...result, body: JSON.stringify({ ...problem, message }) };
};
