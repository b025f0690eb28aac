/** The page that an e-mail shows where a receiver has no `html` of its own. */
export function emailHtml(subject: string, link: string): string {
  const heading = (state: string): string =>
    `{{ with .Alerts.${state} }}<h3>[{{ len . }}] ${state}</h3>{{ range . }}${ALERT}{{ end }}{{ end }}`;
  return `<!DOCTYPE html>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>${subject}</title>
<style>
body { margin: 0; background: #f6f6f6; font: 14px 'Helvetica Neue', Helvetica, Arial, sans-serif; }
.main { max-width: 600px; margin: 20px auto; background: #fff; border: 1px solid #e9e9e9; border-radius: 3px; }
.bar { padding: 20px; color: #fff; text-align: center; border-radius: 3px 3px 0 0; }
.firing { background: #E6522C; }
.resolved { background: #68B90F; }
.content { padding: 30px; }
.alert { padding: 0 0 20px; }
.button { display: inline-block; padding: 10px 20px; color: #fff; background: #348eda; border-radius: 5px; text-decoration: none; }
.footer { padding: 20px; color: #999; text-align: center; font-size: 12px; }
</style>
</head>
<body>
<div class="main">
<div class="bar {{ if .Alerts.Firing }}firing{{ else }}resolved{{ end }}">
{{ len .Alerts }} alert{{ if gt (len .Alerts) 1 }}s{{ end }} for {{ range .GroupLabels.SortedPairs }}{{ .Name }}={{ .Value }} {{ end }}
</div>
<div class="content">
<p><a class="button" href="${link}">View in Alertmanager</a></p>
${heading('Firing')}
${heading('Resolved')}
</div>
</div>
<div class="footer"><a href="{{ .ExternalURL }}">Sent by Alertmanager</a></div>
</body>
</html>
`;
}

const pairs = (field: string): string =>
  `{{ range .${field}.SortedPairs }}{{ .Name }} = {{ .Value }}<br>{{ end }}`;

const ALERT =
  `<div class="alert"><b>Labels</b><br>${pairs('Labels')}` +
  `{{ if .Annotations }}<b>Annotations</b><br>${pairs('Annotations')}{{ end }}<a href="{{ .GeneratorURL }}">Source</a></div>`;
