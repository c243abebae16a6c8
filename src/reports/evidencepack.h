// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "reports/packjournal.h"
#include "reports/reportsink.h"

#include <QTemporaryDir>

#include <memory>

namespace chatelaine {

/**
 * The folder of an evidence pack while it is written: beside its final place, under another name,
 * until everything is in it. Dropped before that, it is removed. docs/evidence-pack.md says what is
 * in it.
 */
class EvidencePack
{
public:
    explicit EvidencePack(QString folder);

    /** Makes the folder. Errors (Storage): it cannot be made. */
    Outcome<Done> begin();
    QString path(const QString &name) const; ///< of a file in it
    bool addFolder(const QString &name);
    /** A journal of an installation, open; null when it could not be made. The first one is that of
     * whoever makes the pack. */
    std::unique_ptr<PackJournal> addJournal(const QString &installation);

    /** Says what the report is (report.json), how to verify it, sums and signs, and gives it its
     * name. `sealed`: of the journal; what is not signed says so. */
    Outcome<Done> finish(const ReportHeader &header, const SealedBy &by, const Sealed &sealed);

private:
    Error cannotWrite(const QString &reason) const;
    bool write(const QString &name, const QByteArray &bytes);
    QByteArray sums();

    const QString m_folder;
    std::unique_ptr<QTemporaryDir> m_work;
    QString m_maker; ///< installation
    QString m_problem;
};

} // namespace chatelaine
