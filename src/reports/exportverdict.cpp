// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/exportverdict.h"

#include "core/enumnames.h"
#include "reports/packjournal.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array tamperingNames = {
    std::pair{Tampering::None, QLatin1StringView("none")},
    std::pair{Tampering::Edited, QLatin1StringView("edited")},
    std::pair{Tampering::Removed, QLatin1StringView("removed")},
    std::pair{Tampering::Inserted, QLatin1StringView("inserted")},
    std::pair{Tampering::Reordered, QLatin1StringView("reordered")},
    std::pair{Tampering::CutAtEnd, QLatin1StringView("cut_at_end")},
    std::pair{Tampering::Rewritten, QLatin1StringView("rewritten")},
    std::pair{Tampering::Forged, QLatin1StringView("forged")},
    std::pair{Tampering::NotSealed, QLatin1StringView("not_sealed")},
    std::pair{Tampering::OtherSigner, QLatin1StringView("signed_by_another")},
    std::pair{Tampering::Older, QLatin1StringView("older")},
    std::pair{Tampering::OtherFiles, QLatin1StringView("other_files")},
};

constexpr std::array fileChangeNames = {
    std::pair{FileChange::Edited, QLatin1StringView("edited")},
    std::pair{FileChange::Removed, QLatin1StringView("removed")},
    std::pair{FileChange::Added, QLatin1StringView("added")},
    std::pair{FileChange::NotRegular, QLatin1StringView("not_regular")},
};

struct VerdictTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::JournalVerifier)
};

QString fileSentence(const ExportFinding &finding)
{
    switch (finding.change) {
    case FileChange::Edited:
        return VerdictTexts::tr("%1 was edited.").arg(finding.file);
    case FileChange::Removed:
        return VerdictTexts::tr("%1 was removed.").arg(finding.file);
    case FileChange::Added:
        return VerdictTexts::tr("%1 was added.").arg(finding.file);
    case FileChange::NotRegular:
        return VerdictTexts::tr("%1 is not a regular file: a link can lead out of the pack.")
            .arg(finding.file);
    }
    Q_UNREACHABLE();
}

QString forgedSentence(const ExportFinding &finding)
{
    if (finding.file.isEmpty() || finding.file.endsWith(packFiles::head))
        return VerdictTexts::tr("The head is not signed by the key that stands beside it.");
    if (finding.change == FileChange::Removed)
        return VerdictTexts::tr("SHA256SUMS is not signed: %1 is missing.").arg(finding.file);
    return VerdictTexts::tr("%1 is no signature of SHA256SUMS by the key that stands beside it: "
                            "the sums were edited, or signed by another key.")
        .arg(finding.file);
}

} // namespace

QString tamperingName(Tampering tampering)
{
    return nameIn(tamperingNames, tampering);
}

QString fileChangeName(FileChange change)
{
    return nameIn(fileChangeNames, change);
}

QString ExportFinding::sentence() const
{
    switch (tampering) {
    case Tampering::None:
        return VerdictTexts::tr("The entries are those of the journal.");
    case Tampering::Edited:
        return at > 0 ? VerdictTexts::tr("Entry %1 was edited.").arg(at)
                      : VerdictTexts::tr("An entry was edited, or exchanged for another one.");
    case Tampering::Removed:
        return at > 0 ? VerdictTexts::tr("Entries were removed, from number %1 on: %2.")
                            .arg(at)
                            .arg(count)
                      : VerdictTexts::tr("Entries were removed: %1.").arg(count);
    case Tampering::Inserted:
        return at > 0 ? VerdictTexts::tr("An entry was inserted as number %1.").arg(at)
                      : VerdictTexts::tr("Entries were inserted: %1.").arg(count);
    case Tampering::Reordered:
        return VerdictTexts::tr("Entry %1 stands in another place.").arg(at);
    case Tampering::CutAtEnd:
        return VerdictTexts::tr("The end was cut off: the last entry is %1, and %2 are missing.")
            .arg(at)
            .arg(count);
    case Tampering::Rewritten:
        return at > 0
                   ? VerdictTexts::tr("The journal does not go on from the head that is known of "
                                      "its first %1 entries: they were written anew.")
                         .arg(at)
                   : VerdictTexts::tr("The entries lead to another head than the one that was "
                                      "written with them: the last entry was edited, or all were "
                                      "written anew.");
    case Tampering::Forged:
        return forgedSentence(*this);
    case Tampering::NotSealed:
        return VerdictTexts::tr("There is no head behind the entries: the end was cut off, or this "
                                "is no export of a journal.");
    case Tampering::OtherSigner:
        return file.isEmpty()
                   ? VerdictTexts::tr("It is not signed by the key that is known.")
                   : VerdictTexts::tr("%1 is signed by another key than SHA256SUMS.").arg(file);
    case Tampering::Older:
        return VerdictTexts::tr("It is an older one: more entries of this journal are known.");
    case Tampering::OtherFiles:
        return fileSentence(*this);
    }
    Q_UNREACHABLE();
}

void ExportVerdict::add(const ExportFinding &finding)
{
    if (finding.isIntact())
        return;
    if (isIntact())
        static_cast<ExportFinding &>(*this) = finding;
    else
        also.append(finding);
}

bool ExportVerdict::has(Tampering wanted) const
{
    return tampering == wanted ||
           std::any_of(also.begin(), also.end(), [wanted](const ExportFinding &finding) {
               return finding.tampering == wanted;
           });
}

QString ExportVerdict::sentence() const
{
    QString all = ExportFinding::sentence();
    for (const ExportFinding &finding : also)
        all += u' ' + finding.sentence();
    return all;
}

} // namespace chatelaine
