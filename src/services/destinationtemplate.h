// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/catalog.h"
#include "providers/texttemplate.h"
#include "secrets/programrun.h"
#include "services/destination.h"

namespace chatelaine {

/** A program and its arguments, each a template; one that names an empty field is left out. */
struct CallTemplate
{
    QString program;
    QList<TextTemplate> arguments;
};

/** One thing that must succeed before a secret is made for this destination. */
struct DestinationProbe
{
    CallTemplate call;
    QString next; ///< what to do when it fails
};

/** A destination that is a program, as its file describes it (docs/delivery.md). */
struct DestinationTemplate
{
    DestinationInfo info;
    TextTemplate place;
    QList<std::pair<QString, std::optional<TextTemplate>>> environment; ///< else passed through
    int seconds = 60;
    QList<DestinationProbe> probes;
    std::optional<CallTemplate> exists;
    std::optional<int> absentStatus; ///< of `exists`; none: any other than 0
    CallTemplate deliver;
    std::optional<CallTemplate> replace;
    std::optional<CallTemplate> verify;
    bool verifyBase64 = false;
    QJsonValue input{QJsonValue::Undefined}; ///< Undefined: the secret and nothing else
    QStringList texts;                       ///< those that want a translation
};
using DestinationTemplatePtr = std::shared_ptr<const DestinationTemplate>;

struct LoadedDestination
{
    DestinationTemplatePtr destination; ///< null when there are problems
    QList<DefinitionProblem> problems;
};

/** Reads one template strictly; `file` is only named. At most 64 KiB. */
LoadedDestination parseDestination(const QByteArray &json, const QString &file);
LoadedDestination loadDestinationFile(const QString &file);

/** The templates that came with the program and those of `userFolder`, which win. */
class DestinationCatalog
{
public:
    explicit DestinationCatalog(const QString &userFolder);

    const QList<DestinationTemplatePtr> &all() const { return m_templates; } ///< by name
    DestinationTemplatePtr find(const QString &id) const;                    ///< of the info
    const QList<DefinitionProblem> &problems() const { return m_problems; }

private:
    QList<DestinationTemplatePtr> m_templates;
    QList<DefinitionProblem> m_problems;
};

/** What is wrong with what the user filled in; empty when nothing is. */
QString problemOf(const DestinationInfo &info, const QMap<QString, QString> &values);

/** The values, with defaults where nothing was filled in and defaults exist. */
QMap<QString, QString> completed(const DestinationInfo &info, QMap<QString, QString> values);

QString expandedPlace(const DestinationTemplate &destination, const QMap<QString, QString> &values);

/** The program found and its arguments filled in, without input. NotFound: not installed. */
Outcome<ProgramCall> expandedCall(const DestinationTemplate &destination, const CallTemplate &call,
                                  const QMap<QString, QString> &values);

/** What the program is to read: the secret, or the document that holds it. */
Outcome<SharedSecret> expandedInput(const DestinationTemplate &destination,
                                    const QMap<QString, QString> &values, const Secret &secret);

} // namespace chatelaine
