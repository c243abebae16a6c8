// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/providerinfo.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace chatelaine {

using FieldValues = QMap<QString, QJsonValue>; ///< by field id

/** The fields of one operation while they are filled in: values, choices, and what is wrong. Knows
 * no widget. */
class FieldSet : public QObject
{
    Q_OBJECT
public:
    enum class Loading { Loading, Ready, Failed };
    struct Options
    {
        Loading loading = Loading::Ready;
        QList<FieldOption> options;
        QString problem; ///< when Failed
    };
    /** Asks the vendor for the choices of a field. */
    using Ask = std::function<FutureOutcome<QList<FieldOption>>(const QString &field)>;

    using QObject::QObject;

    /** What the user typed into a field of the same id stays; the others begin as proposed, or
     * with their default. */
    void setFields(const QList<FieldInfo> &fields, const FieldValues &proposed = {});
    const QList<FieldInfo> &fields() const { return m_fields; }
    /** Forgets the choices that were loaded and asks for them anew; without `ask` they wait. */
    void loadOptions(const Ask &ask);
    void reloadOptions(const QString &field);
    Options options(const QString &field) const;

    QJsonValue value(const QString &field) const;
    void setValue(const QString &field, const QJsonValue &value);
    /** What is wrong with a field; empty while it is untouched and nothing was tried. */
    QString problem(const QString &field) const;
    /** From now on all that is wrong is said. @return whether nothing is. */
    bool check();

    FieldValues given() const; ///< to be sent: what is filled in, and what was emptied on purpose
    QString name() const;      ///< what stands in the field that is the thing's name

signals:
    void fieldsChanged();
    void optionsChanged(const QString &field);
    void changed();

private:
    const FieldInfo *field(const QString &id) const;
    QString hiddenProblem(const FieldInfo &field) const; ///< whether shown or not

    QList<FieldInfo> m_fields;
    FieldValues m_proposed;
    FieldValues m_values;
    QSet<QString> m_touched;
    QHash<QString, Options> m_options;
    Ask m_ask;
    int m_generation = 0; ///< answers about an earlier choice are dropped
    bool m_tried = false;
};

/** The fields that a verb asks for a key in `state`, required as that state demands. */
QList<FieldInfo> fieldsFor(const VerbInfo &verb, KeyState state);

} // namespace chatelaine
