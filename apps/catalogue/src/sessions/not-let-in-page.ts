/** For a browser that comes back from an issuer and belongs to nobody here. */
export const NOT_LET_IN_PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>词元 ciyuan</title>
<link rel="icon" href="data:,"></head>
<body>
<h1>无法登录</h1>
<p>身份提供方未能确认您的身份，或此处没有与之对应的账号。请联系管理员。</p>
<p lang="en">The issuer could not say who you are, or nobody here has that name. Ask an admin for an account.</p>
<p><a href="/">返回 Back</a></p>
</body>
</html>
`;
