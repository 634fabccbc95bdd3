import HTTPTransport
import JSONModel

/// The events of one watch while they arrive.
///
/// It ends when the server ends the watch, and when the connection breaks or the request's time is over, as client-go's
/// watches do; its error type is `ClientError`.
package struct WatchEvents: AsyncSequence {
    package typealias Element = WatchEvent
    package typealias Failure = ClientError

    let response: HTTPResponse
    let request: APIRequest
    let client: APIClient

    /// The most that one event may take, in bytes.
    private static let largestEvent = 256 << 20

    package struct AsyncIterator: AsyncIteratorProtocol {
        private var body: HTTPBody.AsyncIterator
        private let reader = JSONSequenceReader(options: JSONParsingOptions(byteLimit: WatchEvents.largestEvent))
        private var ready: ArraySlice<JSONValue> = []
        /// What is wrong after the events that are ready.
        private var mistake: JSONError?
        private let request: APIRequest
        private let client: APIClient

        init(_ events: WatchEvents) {
            body = events.response.body.makeAsyncIterator()
            request = events.request
            client = events.client
        }

        package mutating func next() async throws(ClientError) -> WatchEvent? {
            try await next(isolation: nil)
        }

        package mutating func next(isolation actor: isolated (any Actor)?) async throws(ClientError) -> WatchEvent? {
            while true {
                while let document = ready.popFirst() {
                    if let event = WatchEvent(document) { return event }
                }
                if let mistake { throw .malformedResponse(mistake) }
                let chunk: [UInt8]?
                do { chunk = try await body.next(isolation: actor) } catch let error {
                    switch error {
                    case .endOfStream, .timedOut, .connectionLost: return nil
                    default: throw client.bodyFailure(error, of: request)
                    }
                }
                // An event that is cut off ends the watch as well.
                guard let chunk else { return nil }
                do { ready = try reader.append(chunk)[...] } catch let error {
                    ready = reader.takeCompleted()[...]
                    mistake = error
                }
            }
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

extension APIClient {
    /// Starts a watch; `request` is one of `APIRequest.watch`.
    package func watch(_ request: APIRequest) async throws(ClientError) -> WatchEvents {
        WatchEvents(response: try await response(request), request: request, client: self)
    }
}
