"""Reads a table, or fills one, with clickhouse-connect (Native with LZ4), and prints how many seconds that took.

Arguments: select or insert, host, port, the table that is read, the table that is filled, how many rows.
"""
import sys
import time

import clickhouse_connect

BLOCK = 1_000_000


def main(mode, host, port, source, target, rows):
    client = clickhouse_connect.get_client(host=host, port=int(port), compress='lz4')
    rows = int(rows)
    if mode == 'select':
        start = time.perf_counter()
        with client.query_column_block_stream(f'SELECT * FROM {source}') as stream:
            found = sum(len(block[0]) for block in stream)
        assert found == rows, f'{found} of {rows} rows came'
    else:
        block = client.query(f'SELECT * FROM {source} LIMIT {min(rows, BLOCK)}', column_oriented=True)
        start = time.perf_counter()
        for first in range(0, rows, BLOCK):
            columns = [c[:min(BLOCK, rows - first)] for c in block.result_columns]
            client.insert(target, columns, column_names=block.column_names, column_oriented=True)
    print(time.perf_counter() - start)


main(*sys.argv[1:])
