// GOV.UK's template has this inline; the content security policy wants it in a file.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');
