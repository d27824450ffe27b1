// Archives in memory: what went in comes out, and what is cut or changed is noticed.
#include "exports/Archive.h"
#include "TestProgram.h"

#include <QTest>

using namespace chokepoint;
using namespace chokepoint::exported;

class ArchiveTest : public QObject {
    Q_OBJECT
private slots:
    void anArchiveIsWholeUntilABitOrItsEndIsLost()
    {
        const auto bytes =
            archiveOf({{"a.txt", std::string(5000, 'a')}, {"b/c.xml", "<?xml version=\"1.0\"?>\n<sheet a=\"1\"><row/></sheet>"}});
        QVERIFY(isWholeArchive(bytes));
        QVERIFY(!isWholeArchive(""));
        for (const std::size_t lost : {1u, 40u, 200u})
            QVERIFY(!isWholeArchive(std::string_view(bytes).substr(0, bytes.size() - lost)));
        auto bent = bytes;
        bent[45] = static_cast<char>(bent[45] ^ 0x10); // within the first file
        QVERIFY(!isWholeArchive(bent));
    }
    void xmlThatEndsTooEarlyIsNoticed()
    {
        const std::string head = "<?xml version=\"1.0\"?>\n";
        QVERIFY(isWholeArchive(archiveOf({{"a.xml", head + "<worksheet><row/></worksheet>\n"}})));
        for (const char* cut : {"<worksheet><row/>", "<worksheet><row", "", "<worksheet></worksheet", "<worksheet></row>"})
            QVERIFY2(!isWholeArchive(archiveOf({{"a.xml", head + cut}})), cut);
    }
};

CHOKEPOINT_TEST(ArchiveTest)
#include "ArchiveTest.moc"
