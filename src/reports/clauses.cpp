// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/clauses.h"

#include "core/findings.h"
#include "reports/auditsheets.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestClauses = 1 << 20;
constexpr qint64 clausesFormat = 1;

struct ClauseTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::Clauses)
};

Error wrongClauses(const QString &what)
{
    return Error::of(ErrorKind::InvalidRequest,
                     ClauseTexts::tr("The list of clauses cannot be used: %1").arg(what),
                     ClauseTexts::tr("Compare it with the one that comes with the program: "
                                     "chatelainectl audit clauses."));
}

/** "SHEET.COLUMN" of all tables. */
QSet<QString> reportColumns()
{
    QSet<QString> columns;
    const QList<Sheet> sheets = auditSheets();
    for (const Sheet &sheet : sheets) {
        for (const SheetColumn &column : sheet.columns)
            columns.insert(sheet.id + u'.' + column.id);
    }
    return columns;
}

/** Reads one clause; collects the first thing that is wrong. */
class ClauseReader
{
public:
    ClauseReader(const QJsonObject &object, qsizetype number)
        : m_object(object)
        , m_number(number)
    {}

    QString text(QLatin1StringView name, bool isRequired)
    {
        const QJsonValue value = m_object.take(name);
        if (value.isUndefined() && !isRequired)
            return {};
        if (!value.isString() || (isRequired && value.toString().isEmpty()))
            complain(ClauseTexts::tr("\"%1\" is not a text").arg(name));
        return value.toString();
    }

    QStringList list(QLatin1StringView name)
    {
        QStringList texts;
        const QJsonValue value = m_object.take(name);
        if (!value.isUndefined() && !value.isArray())
            complain(ClauseTexts::tr("\"%1\" is not a list").arg(name));
        const QJsonArray array = value.toArray();
        for (const auto &one : array) {
            if (!one.isString())
                complain(ClauseTexts::tr("\"%1\" holds something that is no text").arg(name));
            texts.append(one.toString());
        }
        return texts;
    }

    /** What it names has to be there: a column of a table, a rule. */
    void check(const Clause &clause, const QSet<QString> &columns)
    {
        for (const QString &field : clause.fields) {
            if (!columns.contains(field))
                complain(ClauseTexts::tr("there is no column \"%1\"").arg(field));
        }
        for (const QString &rule : clause.rules) {
            if (!findingRuleFromName(rule))
                complain(ClauseTexts::tr("there is no rule \"%1\"").arg(rule));
        }
    }

    QString problem()
    {
        if (!m_object.isEmpty())
            complain(ClauseTexts::tr("\"%1\" is not known").arg(m_object.keys().constFirst()));
        return m_problem;
    }

private:
    void complain(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = ClauseTexts::tr("in clause %1, %2.").arg(m_number).arg(what);
    }

    QJsonObject m_object;
    const qsizetype m_number;
    QString m_problem;
};

} // namespace

QString ClauseSet::touchedBy(const QString &rule) const
{
    QStringList touched;
    for (const Clause &clause : clauses) {
        if (clause.rules.contains(rule))
            touched.append(clause.framework + u' ' + clause.id);
    }
    return touched.join("; "_L1);
}

QByteArray builtInClauses()
{
    QFile file(u":/reports/clauses.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the built-in list of clauses is missing");
    return file.readAll();
}

Outcome<ClauseSet> readClauses(const QByteArray &json)
{
    if (json.size() > largestClauses)
        return wrongClauses(ClauseTexts::tr("it is larger than 1 MiB."));
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return wrongClauses(
            ClauseTexts::tr("at byte %1: %2.").arg(error.offset).arg(error.errorString()));
    if (root.value("format"_L1).toInteger() != clausesFormat || !root.value("clauses"_L1).isArray())
        return wrongClauses(ClauseTexts::tr("\"format\" has to be 1, and \"clauses\" a list."));
    ClauseSet set;
    set.digest = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
    const QSet<QString> columns = reportColumns();
    const QJsonArray array = root.value("clauses"_L1).toArray();
    for (const auto &value : array) {
        ClauseReader reader(value.toObject(), set.clauses.size() + 1);
        Clause clause;
        clause.framework = reader.text("framework"_L1, true);
        clause.id = reader.text("clause"_L1, true);
        clause.asks = reader.text("asks"_L1, true);
        clause.fields = reader.list("fields"_L1);
        clause.rules = reader.list("rules"_L1);
        clause.note = reader.text("note"_L1, false);
        reader.check(clause, columns);
        if (const QString problem = reader.problem(); !problem.isEmpty())
            return wrongClauses(problem);
        set.clauses.append(clause);
    }
    return set;
}

Outcome<ClauseSet> readClausesFile(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return Error::of(ErrorKind::Storage,
                         ClauseTexts::tr("%1 cannot be read: %2")
                             .arg(QDir::toNativeSeparators(path), file.errorString()));
    return readClauses(file.read(largestClauses + 1));
}

} // namespace chatelaine
