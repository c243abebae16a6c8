// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QStringList>

namespace chatelaine {

/** A clause of a standard, and what of a report answers to it. Which clause applies, the assessor
 * decides: the list is data that the user may edit (docs/audit-report.md). */
struct Clause
{
    QString framework;  ///< "PCI DSS 4.0.1"
    QString id;         ///< "8.6.3"
    QString asks;       ///< in a few words
    QStringList fields; ///< "SHEET.COLUMN"
    QStringList rules;  ///< names of findings that touch it
    QString note;
};

struct ClauseSet
{
    QList<Clause> clauses;
    QByteArray digest; ///< SHA-256 of the file, in hexadecimal

    /** "PCI DSS 4.0.1 8.6.3; ...": those that a rule's findings touch. */
    QString touchedBy(const QString &rule) const;
};

/** The clauses that came with the program, as JSON. */
QByteArray builtInClauses();
/** Reads a list of clauses, at most 1 MiB. InvalidRequest names what is wrong and where. */
Outcome<ClauseSet> readClauses(const QByteArray &json);
Outcome<ClauseSet> readClausesFile(const QString &file);

} // namespace chatelaine
