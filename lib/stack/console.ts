/** Addresses in the AWS console, so that nobody has to search for a thing by its name. */
export const consoleOf = (region: string) => {
  const home = `https://${region}.console.aws.amazon.com`;
  return {
    dashboard: (name: string) => `${home}/cloudwatch/home?region=${region}#dashboards/dashboard/${name}`,
    alarms: `${home}/cloudwatch/home?region=${region}#alarmsV2:`,
    logs: (group: string) =>
      `${home}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group.replaceAll("/", "$252F")}`,
    /** Followed by an execution's ARN. */
    execution: `${home}/states/home?region=${region}#/v2/executions/details/`,
    executions: `${home}/states/home?region=${region}#/statemachines`,
    queue: (account: string, name: string) =>
      `${home}/sqs/v3/home?region=${region}#/queues/https%3A%2F%2Fsqs.${region}.amazonaws.com%2F${account}%2F${name}`,
    table: (name: string) => `${home}/dynamodbv2/home?region=${region}#item-explorer?table=${name}`,
    suppressed: `${home}/ses/home?region=${region}#/suppression-list`,
  };
};
