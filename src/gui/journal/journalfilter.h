// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/journalquery.h"
#include "core/outcome.h"
#include "core/rows.h"
#include "core/team.h"

#include <QDate>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>

namespace chatelaine {

struct Services;

/** What the filter of the journal asks; tests pass their own functions. */
struct JournalFilterPort
{
    std::function<QList<AccountRow>()> accounts;
    std::function<FutureOutcome<QList<InstallationChain>>()> writers;
    std::function<QDate()> today;
    std::function<FutureOutcome<QList<KeyRow>>(const AccountId &)> keys = {};

    static JournalFilterPort of(Services &services);
};

/** Decides which entries the journal page asks for. Knows no widget. */
class JournalFilterPresenter : public QObject
{
    Q_OBJECT
public:
    enum class Period { All, Today, Week, Month, Year, Between };
    /** One entry of a list to choose from; the first one, without a value, means all. */
    struct Choice
    {
        QString value;
        QString label; ///< safe to show
        bool operator==(const Choice &) const = default;
    };
    /** How long typing may pause before it counts. */
    static constexpr int typingPauseMs = 200;

    explicit JournalFilterPresenter(JournalFilterPort port, QObject *parent = nullptr);

    static QList<Choice> periods(); ///< in the order of Period
    QList<Choice> accounts() const;
    static QList<Choice> kinds(); ///< groups, each with its kinds behind it
    static QList<Choice> outcomes();
    QList<Choice> writers() const { return m_writers; }

    Period period() const { return m_period; }
    void setPeriod(Period period);
    QDate firstDay() const { return m_firstDay; } ///< of Between, local, both included
    QDate lastDay() const { return m_lastDay; }
    void setDays(QDate first, QDate last);
    void setAccount(const QString &id);
    void setKind(const QString &kind);
    void setOutcome(const QString &outcome);
    void setWriter(const QString &writer);
    void setText(const QString &text); ///< takes effect after typingPauseMs
    /** Everything about one key and nothing else, from its making on. */
    void setKey(const KeyUid &key, const QString &name);
    bool hasKey() const { return !m_key.isEmpty(); }
    QString keyText() const; ///< safe to show; empty: of no key
    /** Whether an entry is about one key, whose history can be shown. */
    static bool isAboutKey(const QJsonObject &entry);
    /** As setKey() with that key; keyUnknown() when it is not in the inventory. */
    void setKeyOf(const QJsonObject &entry);
    void clear();
    /** Asks who writes journals here. */
    void readWriters();

    JournalQuery query() const;
    bool isFiltering() const { return query() != JournalQuery(); }
    /** "Showing 12 of 340 entries". */
    QString summary(const std::optional<JournalCount> &count) const;
    /** What an empty table says. */
    QString emptySentence() const;

signals:
    void changed(); ///< query()
    void choicesChanged();
    void cleared();
    void keyUnknown(const QString &sentence);

private:
    void set(QString *what, const QString &value);

    const JournalFilterPort m_port;
    QTimer m_typing;
    QList<Choice> m_writers;
    Period m_period = Period::All;
    QDate m_firstDay;
    QDate m_lastDay;
    QString m_account;
    QString m_kind;
    QString m_outcome;
    QString m_writer;
    QString m_text;
    QString m_typed;
    KeyUid m_key;
    QString m_keyName;
};

} // namespace chatelaine
