// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalverifier.h"
#include "reports/merkletree.h"

#include <QBuffer>

#include <cstdlib>

using namespace chatelaine;

/** A file that anybody may hand in: what is called the whole journal leads to the head it names. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray content(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    const auto verdict = journalVerifier::verifyJsonLines(buffer);
    if (!verdict)
        std::abort();
    if (!verdict->isIntact() || verdict->isPart)
        return 0;
    MerkleTree tree;
    const QList<QByteArray> lines = content.split('\n');
    for (qint64 i = 0; i < verdict->entries; ++i)
        tree.append(merkle::leafHash(lines.at(i)));
    if (tree.size() != verdict->head.size || tree.root() != verdict->head.root)
        std::abort();
    return 0;
}
