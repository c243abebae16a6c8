// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keysnippetjob.h"

#include "cli/values.h"
#include "services/accountservice.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

void KeySnippetJob::start()
{
    then(services().keys.find(m_order.key), [this](const KeyRow &key) {
        const ProviderInfo provider =
            services().accounts.providerOf(key.account).value_or(ProviderInfo());
        const KindInfo *kind = provider.kind(key.record.kind);
        if (kind && !kind->snippets.isEmpty())
            return show(*kind);
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = tr("%1 does not say how programs use such keys.").arg(provider.name);
        error.next = provider.documentationUrl;
        fail(error);
    });
}

void KeySnippetJob::show(const KindInfo &kind)
{
    QString text = tr("The environment variable: %1").arg(kind.environmentVariable) + u'\n';
    QStringList languages;
    QJsonArray snippets;
    for (const auto &[language, snippet] : kind.snippets) {
        languages.append(language);
        if (!m_order.language.isEmpty() &&
            language.compare(m_order.language, Qt::CaseInsensitive) != 0)
            continue;
        snippets.append(QJsonObject{{"language"_L1, language}, {"text"_L1, snippet}});
        if (m_order.language.isEmpty())
            text += u'\n' + language + u":\n"_s + snippet.trimmed() + u'\n';
        else
            text = snippet.trimmed() + u'\n';
    }
    if (snippets.isEmpty())
        return refuse(usageError(tr("--language is one of %1.").arg(languages.join(", "_L1))));
    output().result(
        text, {{"environmentVariable"_L1, kind.environmentVariable}, {"snippets"_L1, snippets}});
    finish(done);
}

} // namespace chatelaine::cli
