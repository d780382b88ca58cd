"""Runs the functions of one file for somebody who asks: frames of raw doubles come in by one descriptor and go out by another.

Started as: host.py FILE SECONDS, which loading the file may take, with requests on descriptor 3, answers on 4, traces of crashes on 5, and 6 open as long as somebody is
there to ask. A frame is two numbers of 32 bits, the length of a head in JSON and how many doubles follow it, then the head and the doubles.
What the file prints goes nowhere, and what it reads is at its end.
"""
import faulthandler
import importlib
import importlib.machinery
import importlib.util
import inspect
import json
import os
import random
import signal
import struct
import sys
import threading
import traceback
import warnings

path, reads, writes, traces, life = os.path.abspath(sys.argv[1]), 3, 4, 5, 6
# Whoever reads the traces sees by this that Python runs.
os.write(traces, b'begun\n')
faulthandler.enable(traces)
sys.dont_write_bytecode = True

try:
    import numpy as np
except ImportError:
    np = None

me = os.getpid()
# Results larger than this many entries are told by their shape alone: nobody asked for so much.
most = 1 << 20
# What functions gave back to be given to others, such as the cache of a forward pass: the newest of them.
kept, most_kept = {}, 64
# The arrays that the functions were given which gave these back.
callers = {}


def read(count):
    parts = []
    while count > 0:
        part = os.read(reads, min(count, 1 << 20))
        if not part:
            os._exit(0)
        parts.append(part)
        count -= len(part)
    return b''.join(parts)


def receive():
    head, doubles = struct.unpack('<II', read(8))
    return json.loads(read(head).decode()), read(8 * doubles)


def send(head, body):
    text = json.dumps(head).encode()
    data = struct.pack('<II', len(text), len(body) // 8) + text + body
    sent = 0
    while sent < len(data):
        sent += os.write(writes, data[sent:sent + (1 << 20)])


def decoded(value, body):
    kind = value['kind']
    if kind == 'record':
        return {key: decoded(each, body) for key, each in value['of'].items()}
    if kind == 'kept':
        return kept[value['id']]
    if kind == 'number':
        return float(value['is'])
    if kind in ('whole', 'text', 'flag', 'nothing'):
        return value.get('is')
    count = int(np.prod(value['shape'], dtype=int))
    doubles = np.frombuffer(body, dtype='<f8', count=count, offset=8 * value['at']).reshape(value['shape'])
    return doubles.astype({'doubles': np.float64, 'wholes': np.int64, 'flags': np.bool_}[kind])


class Body:
    """The doubles of an answer."""

    def __init__(self):
        self.parts, self.length = [], 0

    def put(self, array):
        at = self.length
        doubles = np.ascontiguousarray(array, dtype='<f8')
        self.parts.append(doubles.tobytes())
        self.length += doubles.size
        return at


def encoded(value, body):
    if value is None:
        return {'kind': 'nothing'}
    if isinstance(value, (bool, np.bool_)):
        return {'kind': 'flag', 'is': bool(value)}
    if isinstance(value, str):
        return {'kind': 'text', 'is': value}
    if isinstance(value, dict):
        return {'kind': 'record', 'of': {str(key): encoded(each, body) for key, each in list(value.items())[:100]}}
    if isinstance(value, (int, float, np.integer, np.floating)):
        try:
            return {'kind': 'doubles', 'shape': [], 'at': body.put(float(value)), 'of': type(value).__name__}
        except OverflowError:
            return {'kind': 'other', 'is': 'a whole number beyond all doubles'}
    if isinstance(value, np.ndarray):
        shape, of = list(value.shape), str(value.dtype)
        if value.dtype.kind not in 'fiub':
            return {'kind': 'other', 'is': 'an array of %s' % of}
        if value.size > most:
            return {'kind': 'large', 'shape': shape}
        return {'kind': 'doubles', 'shape': shape, 'at': body.put(value), 'of': of}
    if isinstance(value, (complex, np.complexfloating)):
        return {'kind': 'other', 'is': 'a complex number'}
    if isinstance(value, (list, tuple)):
        return {'kind': 'other', 'is': 'a %s of %d' % (type(value).__name__, len(value))}
    return {'kind': 'other', 'is': 'a %s' % type(value).__name__}


def arrays(value, name):
    """Every array in what a function is called with, by a name that people know it by."""
    if isinstance(value, np.ndarray):
        yield name, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from arrays(each, '%s.%s' % (name, key))


def line_of(error):
    """The line of the file that is judged where an error came up, the innermost one."""
    if isinstance(error, SyntaxError) and error.filename and os.path.abspath(error.filename) == path:
        return error.lineno
    lines = [line for file, line, *_ in traceback.extract_tb(error.__traceback__) if os.path.abspath(file) == path]
    return lines[-1] if lines else None


def failure(error):
    try:
        text = ' '.join(str(error).split())
    except BaseException:  # noqa: B902
        text = ''
    return {
        'kind': 'raised', 'error': type(error).__name__, 'message': text[:300], 'line': line_of(error),
        'unwritten': isinstance(error, NotImplementedError)
    }


def module():
    """The file, imported as what it is: a module of the package around it, where there is one."""
    folder, name = os.path.split(path)
    name = os.path.splitext(name)[0]
    packages = []
    while os.path.exists(os.path.join(folder, '__init__.py')):
        folder, package = os.path.split(folder)
        packages.insert(0, package)
    sys.path.insert(0, folder)
    sys.argv = [path]
    if packages:
        return importlib.import_module('.'.join(packages + [name]))
    # under a name of its own where a library has its name, or where it is no name of a module
    own = name if name.isidentifier() and name not in sys.modules else 'judged_file'
    spec = importlib.util.spec_from_loader(own, importlib.machinery.SourceFileLoader(own, path))
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def called(request, body):
    given = [decoded(each, body) for each in request['arguments']]
    watched = [(name, array) for name, each in zip(request['names'], given) for name, array in arrays(each, name)]
    if 'of' in request:
        made = getattr(loaded, request['of']['name'])(*[decoded(each, body) for each in request['of']['arguments']])
        for name, value in request['of']['set'].items():
            attribute = decoded(value, body)
            setattr(made, name, attribute)
            watched += arrays(attribute, name)
        function = getattr(made, request['name'])
    else:
        function = getattr(loaded, request['name'])
    # what was given to the function whose cache this one gets is its caller's still
    watched += [pair for each in request['arguments'] if each['kind'] == 'kept' for pair in callers.get(each['id'], [])]
    before = [(name, array, array.copy()) for name, array in watched]
    random.seed(request['seed'])
    np.random.seed(request['seed'])
    returned = function(*given)
    # a function may have made a second process of this one
    if os.getpid() != me:
        os._exit(0)
    wrote = [name for name, array, copy in before if array.shape != copy.shape or array.tobytes() != copy.tobytes()]
    answer = Body()
    # a list of as many results as there should be is as good as a tuple
    isTuple = isinstance(returned, tuple) or (isinstance(returned, list) and len(returned) == request['results'] > 1)
    results = list(returned) if isTuple else [returned]

    def told(k, value):
        if k not in request['keep'] or value is None:
            return encoded(value, answer)
        number = '%d.%d' % (request['id'], k)
        kept[number], callers[number] = value, watched
        while len(kept) > most_kept:
            oldest = next(iter(kept))
            del kept[oldest], callers[oldest]
        return {'kind': 'kept', 'id': number}

    head = {
        'kind': 'returned', 'isTuple': isTuple, 'wrote': wrote,
        'results': [told(k, value) for k, value in enumerate(results[:20])], 'count': len(results),
        'after': [encoded(each, answer) if isinstance(each, dict) else None for each in given]
    }
    return head, b''.join(answer.parts)


def answered(request, body):
    """The answer to a request; whatever the function raises, be it an exit, is an answer too."""
    try:
        return called(request, body)
    except BaseException as error:  # noqa: B902
        return failure(error), b''


def limited(seconds, task):
    """Ends the process, with the line where it is, if the task takes longer."""
    if not faulthandler.is_enabled():
        faulthandler.enable(traces)
    faulthandler.dump_traceback_later(seconds, exit=True, file=traces)
    try:
        return task()
    finally:
        faulthandler.cancel_dump_traceback_later()


def counts(function):
    """How many arguments it takes by their places: at least, and at most."""
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return [0, 99]
    placed = [each for each in parameters if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]
    most = 99 if any(each.kind == each.VAR_POSITIONAL for each in parameters) else len(placed)
    return [sum(each.default is each.empty for each in placed), most]


def defined():
    """The functions, classes and methods of the file, in its order, each with how many arguments it takes; methods without their object."""
    found = {}
    for name, value in vars(loaded).items():
        if callable(value):
            found[name] = counts(value)
        if isinstance(value, type):
            for each in dir(value):
                method = getattr(value, each, None)
                if callable(method) and not each.startswith('__'):
                    least, most = counts(method)
                    found['%s.%s' % (name, each)] = [max(0, least - 1), most - 1]
    return found


def main():
    global loaded
    warnings.simplefilter('ignore')
    if np is None:
        send({'kind': 'hello', 'python': sys.version.split()[0], 'numpy': None}, b'')
        return
    np.seterr(all='ignore')
    loading = float(sys.argv[2])
    hello = {'kind': 'hello', 'python': sys.version.split()[0], 'numpy': np.__version__}
    try:
        loaded = limited(loading, module)
        hello['functions'] = defined()
    except BaseException as error:  # noqa: B902
        hello['failure'] = failure(error)
    if os.getpid() != me:
        os._exit(0)
    send(hello, b'')
    while True:
        request, body = receive()
        send(*limited(request['limit'], lambda: answered(request, body)))


def watched():
    """Ends the process when nobody is left to ask: the descriptor of the one who started it is then at its end."""
    os.read(life, 1)
    os.killpg(0, signal.SIGKILL)


threading.Thread(target=watched, daemon=True).start()
main()
