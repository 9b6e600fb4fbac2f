import EchoCore
import EchoExport
import Testing

@Suite("Export errors") struct ExportErrorTests {
    @Test("name the library's status")
    func nameStatus() {
        #expect(ExportError.unwritable(status: -28).report.reason.contains("-28"))
    }
}
