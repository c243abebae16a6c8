// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/checkpoint.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char ed25519Type = '\x01';
constexpr qsizetype keyHashSize = 4;
constexpr qsizetype largestNote = 64 * 1024;

struct CheckpointTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::Checkpoint)
};

Error noCheckpoint()
{
    return Error::of(ErrorKind::InvalidRequest,
                     CheckpointTexts::tr("This is not the checkpoint of a journal."));
}

QByteArray keyHash(const QByteArray &name, const QByteArray &publicKey)
{
    return viewOf(sha256({name, "\n", QByteArrayView(&ed25519Type, 1), publicKey}))
        .first(keyHashSize)
        .toByteArray();
}

QByteArray lineStart()
{
    return QByteArray("\xe2\x80\x94 "); // an em dash
}

/** What a line of a note holds when it is a signature that names this key; else empty. */
QByteArray signatureNaming(const QByteArray &line, const QByteArray &name,
                           const QByteArray &publicKey)
{
    const QByteArray start = lineStart() + name + ' ';
    if (!line.startsWith(start))
        return {};
    const QByteArray blob = QByteArray::fromBase64(line.sliced(start.size()));
    return blob.startsWith(keyHash(name, publicKey)) ? blob.sliced(keyHashSize) : QByteArray();
}

} // namespace

QString journalOrigin(const QString &installation)
{
    return u"chatelaine.github.io/journal/"_s + installation;
}

QByteArray checkpointText(const Checkpoint &checkpoint)
{
    return checkpoint.origin.toUtf8() + '\n' + QByteArray::number(checkpoint.size) + '\n' +
           base64Of(checkpoint.root) + '\n';
}

QByteArray signedNote(const Checkpoint &checkpoint, const Signer &signer)
{
    const QByteArray name = checkpoint.origin.toUtf8();
    const QByteArray text = checkpointText(checkpoint);
    const QByteArray made = signer.sign(text);
    if (made.size() != signature::size)
        return {};
    return text + '\n' + lineStart() + name + ' ' +
           (keyHash(name, signer.publicKey) + made).toBase64() + '\n';
}

Outcome<OpenedCheckpoint> openCheckpoint(const QByteArray &note, const QByteArray &publicKey)
{
    if (note.size() > largestNote)
        return noCheckpoint();
    const qsizetype end = note.indexOf("\n\n");
    const QByteArray text = end < 0 ? note : note.first(end + 1);
    const QList<QByteArray> lines = text.split('\n');
    if (lines.size() != 4 || !lines.at(3).isEmpty() || lines.at(0).isEmpty())
        return noCheckpoint();
    OpenedCheckpoint opened;
    opened.checkpoint.origin = QString::fromUtf8(lines.at(0));
    bool isNumber = false;
    opened.checkpoint.size = lines.at(1).toLongLong(&isNumber);
    const auto root = hashFromBase64(lines.at(2));
    if (!isNumber || opened.checkpoint.size < 0 ||
        QByteArray::number(opened.checkpoint.size) != lines.at(1) || !root)
        return noCheckpoint();
    opened.checkpoint.root = *root;
    if (end < 0)
        return opened;
    bool namesKey = false;
    for (const QByteArray &line : note.sliced(end + 2).split('\n')) {
        opened.hasSignatures = opened.hasSignatures || line.startsWith(lineStart());
        const QByteArray made = signatureNaming(line, lines.at(0), publicKey);
        namesKey = namesKey || !made.isEmpty();
        opened.isSigned = opened.isSigned || signature::isValid(publicKey, text, made);
    }
    opened.isByOther = opened.hasSignatures && !namesKey;
    return opened;
}

} // namespace chatelaine
