// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/journalexport.h"

namespace chatelaine {

/** Entries as events of the Open Cybersecurity Schema Framework, one JSON object on each line. */
class JournalOcsf : public JournalFormat
{
public:
    /** The version of the schema that the events follow. */
    static constexpr char schemaVersion[] = "1.9.0-dev";

    JournalPart part(const JournalStretch &lines, const JournalSelection &selection) const override;
};

/** Entries in ArcSight's Common Event Format, version 0 of its header, one on each line. */
class JournalCef : public JournalFormat
{
public:
    JournalPart part(const JournalStretch &lines, const JournalSelection &selection) const override;
};

} // namespace chatelaine
