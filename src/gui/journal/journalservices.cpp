// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalpage.h"

#include "models/journalmodel.h"
#include "models/modelfactory.h"

namespace chatelaine {

JournalPage::JournalPage(Services &services, ModelFactory &models, Prompts &prompts,
                         QWidget *parent)
    : JournalPage(JournalPort::of(services), JournalFilterPort::of(services), models.journal(),
                  prompts, parent)
{}

} // namespace chatelaine
