// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/packmethod.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MethodTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::PackMethod)
};

QString headed(const QString &title, QChar line)
{
    return title + u'\n' + QString(title.size(), line) + u"\n\n"_s;
}

/** Each fact of the first page; further lines of one are indented. */
QString factsText(const QList<ReportFact> &facts)
{
    QString text;
    for (const ReportFact &fact : facts)
        text += fact.title + u": "_s + QString(fact.text).replace(u"\n"_s, u"\n    "_s) + u'\n';
    return text + u'\n';
}

QString pointsText(const QStringList &points)
{
    return u"- "_s + points.join(u"\n- "_s) + u"\n\n"_s;
}

QStringList howRead()
{
    return {
        MethodTexts::tr("Keys, quotas and use come from the vendors' own interfaces, at the last "
                        "reading before this pack was made. No vendor was asked for the pack."),
        MethodTexts::tr("records/sources.jsonl names each list that was read: its address and "
                        "parameters, pages, records, start and end, request ids, and what went "
                        "wrong. records/accounts.jsonl says of each account as whom it was read, "
                        "and the SHA-256 of the definition by which its vendor's answers were "
                        "understood."),
        MethodTexts::tr("Whether an account was read completely, and if not, why, stands above "
                        "and in records/accounts.jsonl. One that was not makes the whole "
                        "INCOMPLETE."),
        MethodTexts::tr("Events come from the journals: what was done with Chatelaine, by whom, "
                        "and what the vendor answered. What was done by other ways is known by "
                        "what changed between two readings; records/reconciliation.jsonl counts "
                        "it."),
        MethodTexts::tr("Purpose, owner, reviews, exceptions and what else people said of keys "
                        "come from entries of the journals that were made before the end of the "
                        "period. Of several about the same thing the latest counts."),
    };
}

QStringList howMade()
{
    return {
        MethodTexts::tr("journals/ holds the entries of each journal byte by byte. Their hashes "
                        "are the leaves of a tree (RFC 6962), whose head is head.note."),
        MethodTexts::tr("records/ holds the tables, one JSON object on each line. views/ and "
                        "report.pdf were made from the same rows; in a table that is long the PDF "
                        "has the first ones only."),
        MethodTexts::tr("The findings are what the rules named above find in the keys. Nothing was "
                        "left out or added by hand."),
        MethodTexts::tr("Then SHA256SUMS was made over every file, and signed. VERIFY.txt says how "
                        "to verify that, and what it does not prove."),
    };
}

} // namespace

QByteArray packMethod(const ReportHeader &header)
{
    const QString text = headed(MethodTexts::tr("How this evidence pack was made"), u'=') +
                         factsText(header.facts) +
                         headed(MethodTexts::tr("How it was read"), u'-') + pointsText(howRead()) +
                         headed(MethodTexts::tr("How it was made"), u'-') + pointsText(howMade());
    return text.toUtf8();
}

} // namespace chatelaine
