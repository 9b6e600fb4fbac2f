import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers a request whose head does not parse, or is too long, in JSON, as every other failure is answered.
///
/// No route has seen such a request, so none can. Only where no other request of the connection is being answered; then
/// the connection ends as it would without this.
final class MalformedRequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let failure: HTTPFailure
    private var inFlight = 0

    /// - Parameter longestHead: bytes that the parser takes, for the words.
    init(longestHead: Int) { failure = .head(limit: longestHead) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { inFlight += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { inFlight -= 1 }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError, inFlight == 0,
            let body = try? JSONEncoder().encode(FailureBody(failure.report))
        else { return context.fireErrorCaught(error) }
        let head = HTTPResponse(
            status: FailureStatus.status(of: failure.report),
            headerFields: [
                .contentType: "application/json", .contentLength: String(body.count), .connection: "close",
                .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(promise: nil)
    }
}

@available(*, unavailable)
extension MalformedRequestHandler: Sendable {}
